package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.route.RequestTarget;
import io.deskgraph.gateway.route.Route;

/**
 * What is forwarded.
 *
 * @param authority the host the client asked for, as it goes into {@code X-Forwarded-Host}
 * @param authorization the internal token, as a header value
 */
public record Forwarding(
        InboundHead head,
        RequestTarget target,
        Route route,
        String authority,
        String authorization,
        String requestId) {}
