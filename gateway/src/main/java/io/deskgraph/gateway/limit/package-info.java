/**
 * How much a caller may ask for: token buckets for each key and each tenant, and for each network address that reads
 * without a credential. What is left is told in every answer. Nothing here waits, and nothing is shared between
 * replicas: each grants the whole rate.
 */
@NullMarked
package io.deskgraph.gateway.limit;

import org.jspecify.annotations.NullMarked;
