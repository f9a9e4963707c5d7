package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.contracts.ticket.TicketCommented;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.tickets.activity.Activities;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells of comments: to people in the ticket's history, which never holds the text, and to subscribers. */
@ApplicationScoped
class CommentJournal {

    private final Activities activities;
    private final Outbox outbox;

    CommentJournal(Activities activities, Outbox outbox) {
        this.activities = activities;
        this.outbox = outbox;
    }

    /** The id of the event. */
    Uni<UUID> added(Tx tx, TicketState before, TicketState after, Author author, CommentState comment) {
        Map<String, Change> changed = Changes.between(before, after);
        Map<String, Change> line = new LinkedHashMap<>(changed);
        line.put("comment_id", new Change(null, comment.commentId()));
        Fact fact = fact(EventTypes.TICKET_COMMENT_ADDED, after, changed, comment);
        String type = "TICKET_COMMENT_ADDED";
        return author.isSystem()
                ? activities
                        .appendBySystem(tx, after.ticketId(), type, after.updatedAt(), line)
                        .chain(() -> bySystem(tx, fact, Objects.requireNonNull(author.cause())))
                : activities
                        .append(tx, after.ticketId(), type, after.updatedAt(), line)
                        .chain(() -> outbox.publish(tx, fact));
    }

    Uni<Void> changed(Tx tx, TicketState after, CommentState comment) {
        Map<String, Change> line = Map.of("comment_id", new Change(comment.commentId(), comment.commentId()));
        return activities
                .append(tx, after.ticketId(), "TICKET_COMMENT_UPDATED", after.updatedAt(), line)
                .chain(() -> updated(tx, after, comment));
    }

    Uni<Void> deleted(Tx tx, TicketState after, CommentState comment) {
        Map<String, Change> line = Map.of("comment_id", new Change(comment.commentId(), null));
        return activities
                .append(tx, after.ticketId(), "TICKET_COMMENT_DELETED", after.updatedAt(), line)
                .chain(() -> updated(tx, after, comment));
    }

    private Uni<Void> updated(Tx tx, TicketState after, CommentState comment) {
        return outbox.append(tx, fact(EventTypes.TICKET_COMMENT_UPDATED, after, Map.of(), comment));
    }

    private Uni<UUID> bySystem(Tx tx, Fact fact, UUID cause) {
        return outbox.appendBySystem(tx, List.of(fact.causedBy(cause))).map(done -> cause);
    }

    private static Fact fact(String type, TicketState after, Map<String, Change> changed, CommentState comment) {
        TicketCommented payload = new TicketCommented(after, changed, comment);
        return Fact.of(Topics.TICKETS, type, after.ticketId(), after.version(), payload);
    }
}
