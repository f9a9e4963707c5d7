package io.deskgraph.standalone.bench;

import java.util.List;
import java.util.Map;

/**
 * A tenant that is filled, and whom to be in it.
 *
 * @param newTicket the body of a ticket that may be created any number of times
 * @param linked pairs of ticket and asset that are linked already
 */
record BenchTenant(
        String slug,
        String id,
        String host,
        String key,
        List<String> tickets,
        List<String> assets,
        List<List<String>> linked,
        Map<String, Object> newTicket) {}
