package io.deskgraph.contracts.ticket;

import io.deskgraph.contracts.event.Change;
import java.util.Map;

/** A ticket and the comment that was added to it or changed. */
public record TicketCommented(TicketState after, Map<String, Change> changed, CommentState comment) {}
