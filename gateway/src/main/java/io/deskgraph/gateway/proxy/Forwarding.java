package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.route.RequestTarget;
import io.deskgraph.gateway.route.Route;

/**
 * What is forwarded.
 *
 * @param visitor who sent it, as it goes into {@code X-Forwarded-For}
 * @param authority the host the client asked for, as it goes into {@code X-Forwarded-Host}
 * @param authorization the internal token, as a header value
 */
public record Forwarding(
        InboundHead head,
        RequestTarget target,
        Route route,
        Visitor visitor,
        String authority,
        String authorization,
        String requestId) {}
