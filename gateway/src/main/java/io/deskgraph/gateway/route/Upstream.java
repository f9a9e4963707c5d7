package io.deskgraph.gateway.route;

/** Where a route leads. */
public enum Upstream {
    TICKETS,
    ASSETS,
    LINKS,

    /** The gateway's own resources. */
    GATEWAY
}
