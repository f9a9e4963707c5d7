package io.deskgraph.tickets.listing;

import java.util.Set;

/**
 * A table of sums from which a list's total can be taken while only some filters are used, so that nothing is counted.
 *
 * @param from the table under the alias of the listed table, with columns of the same names for these filters
 * @param total the expression that sums up
 * @param filters those it knows
 */
public record Tally(String from, String total, Set<String> filters) {

    public Tally {
        filters = Set.copyOf(filters);
    }

    public boolean knows(Set<String> used) {
        return filters.containsAll(used);
    }
}
