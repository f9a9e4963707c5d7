package io.deskgraph.standalone.bench;

import java.util.List;
import java.util.Map;

/** Tickets as the API takes them, out of a tenant's look-ups. */
record TicketBodies(String board, List<String> statuses, List<String> priorities, List<String> clients) {

    Map<String, Object> of(BenchPlan.Ticket ticket) {
        return Map.of(
                "title", ticket.title(),
                "attributes", Map.of("description", ticket.description()),
                "board_id", board,
                "status_id", any(statuses, ticket.status()),
                "priority_id", any(priorities, ticket.priority()),
                "client_id", any(clients, ticket.client()));
    }

    private static String any(List<String> ids, int position) {
        return ids.get(position % ids.size());
    }
}
