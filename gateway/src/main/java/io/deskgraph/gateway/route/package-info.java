/**
 * Which path belongs to which service: a table, and the trie it is compiled into. The path that is matched is, byte for
 * byte, the path that the service receives.
 */
@NullMarked
package io.deskgraph.gateway.route;

import org.jspecify.annotations.NullMarked;
