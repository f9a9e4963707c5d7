/**
 * The door. Every request on the public port is decided here, in this order: health, size and shape of the request, Host
 * to tenant, credential to caller, route, limits. A doubt on the way is a refusal.
 */
@NullMarked
package io.deskgraph.gateway.edge;

import org.jspecify.annotations.NullMarked;
