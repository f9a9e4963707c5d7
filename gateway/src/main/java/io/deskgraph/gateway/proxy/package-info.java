/**
 * Forwards a request to a service and its answer to the client. Bodies stream through in both directions and are never
 * held; of the client's headers only those travel on that say nothing about who the client is.
 */
@NullMarked
package io.deskgraph.gateway.proxy;

import org.jspecify.annotations.NullMarked;
