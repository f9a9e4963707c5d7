/**
 * Tenants, users, roles and keys as rows: each write goes together with its event into one transaction, and no event
 * carries a key or a hash of one.
 */
@NullMarked
package io.deskgraph.gateway.identity;

import org.jspecify.annotations.NullMarked;
