package io.deskgraph.tickets.ticket;

import java.util.Map;

/**
 * A ticket as a change has left it.
 *
 * @param meta what else the client is told
 */
record Written(Ticket ticket, Map<String, Object> meta) {

    static Written of(Ticket ticket) {
        return new Written(ticket, Map.of());
    }
}
