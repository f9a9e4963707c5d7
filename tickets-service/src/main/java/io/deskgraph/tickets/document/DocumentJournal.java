package io.deskgraph.tickets.document;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketDocumentChanged;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.tickets.activity.Activities;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells of documents: to people in the ticket's history, to subscribers by an event. */
@ApplicationScoped
class DocumentJournal {

    private final Activities activities;
    private final Outbox outbox;

    DocumentJournal(Activities activities, Outbox outbox) {
        this.activities = activities;
        this.outbox = outbox;
    }

    Uni<Void> attached(Tx tx, TicketState ticket, DocumentView document) {
        Map<String, Change> line = Map.of(
                "document_id", new Change(null, document.documentId()),
                "document_name", new Change(null, document.documentName()));
        return activities
                .append(tx, ticket.ticketId(), "TICKET_DOCUMENT_ATTACHED", ticket.updatedAt(), line)
                .chain(() -> outbox.append(tx, fact(EventTypes.TICKET_DOCUMENT_ATTACHED, ticket, document)));
    }

    Uni<Void> removed(Tx tx, TicketState ticket, DocumentView document) {
        Map<String, Change> line = Map.of(
                "document_id", new Change(document.documentId(), null),
                "document_name", new Change(document.documentName(), null));
        return activities
                .append(tx, ticket.ticketId(), "TICKET_DOCUMENT_REMOVED", ticket.updatedAt(), line)
                .chain(() -> outbox.append(tx, fact(EventTypes.TICKET_DOCUMENT_REMOVED, ticket, document)));
    }

    private static Fact fact(String type, TicketState ticket, DocumentView document) {
        TicketDocumentChanged payload = new TicketDocumentChanged(ticket, Map.of(), document.state());
        return Fact.of(Topics.TICKETS, type, ticket.ticketId(), ticket.version(), payload);
    }
}
