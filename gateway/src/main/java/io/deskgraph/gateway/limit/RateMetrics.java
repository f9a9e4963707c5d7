package io.deskgraph.gateway.limit;

/** What limits are counted under, by their scope: a key, a tenant, an address. */
final class RateMetrics {

    /** Within the limit. */
    static final String ADMITTED = "deskgraph.gateway.rate.admitted";

    /** One too many, be it refused or only observed. */
    static final String EXCEEDED = "deskgraph.gateway.rate.exceeded";

    private RateMetrics() {}
}
