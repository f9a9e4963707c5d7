package io.deskgraph.contracts.ticket;

import io.deskgraph.contracts.event.Change;
import java.util.Map;

/** A ticket and the document that was attached to it or taken from it. */
public record TicketDocumentChanged(TicketState after, Map<String, Change> changed, DocumentState document) {}
