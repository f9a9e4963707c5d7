package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import java.util.List;

/** A ticket's row and its tags with what they look like. */
record Ticket(TicketState state, List<TagView> tags) {}
