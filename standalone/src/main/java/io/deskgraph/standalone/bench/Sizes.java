package io.deskgraph.standalone.bench;

/**
 * How much data there is, for each tenant but their number.
 *
 * @param links between tickets and assets
 */
public record Sizes(long seed, int tenants, int assets, int tickets, int links) {

    public Sizes {
        if (tenants < 1 || assets < 2 || tickets < 1 || links < 0 || links > (long) assets * tickets / 2) {
            throw new IllegalArgumentException(
                    "There must be a tenant, two assets, a ticket, and at most half as many links as there are pairs");
        }
    }
}
