/**
 * Tenants, hosts and keys in memory, so that no request asks the database who is calling. A snapshot is immutable and is
 * swapped whole; an entry that did not change keeps its object, and with it the token signed for it.
 */
@NullMarked
package io.deskgraph.gateway.registry;

import org.jspecify.annotations.NullMarked;
