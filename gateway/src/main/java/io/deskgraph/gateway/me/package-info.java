/** Who the caller is, as the gateway sees it. */
@NullMarked
package io.deskgraph.gateway.me;

import org.jspecify.annotations.NullMarked;
