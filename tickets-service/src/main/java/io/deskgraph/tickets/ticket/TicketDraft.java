package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.tickets.sql.FreeForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a ticket that clients decide, in the form in which it is stored, so that equal drafts mean no change. */
public record TicketDraft(
        String title,
        @Nullable String url,
        UUID clientId,
        @Nullable UUID contactNameId,
        @Nullable UUID locationId,
        UUID boardId,
        UUID statusId,
        @Nullable UUID categoryId,
        @Nullable UUID subcategoryId,
        UUID priorityId,
        @Nullable UUID assignedTo,
        @Nullable Instant dueDate,
        @Nullable Map<String, @Nullable Object> attributes,
        List<String> tags) {

    static TicketDraft of(CreateTicket request) {
        return new TicketDraft(
                request.title(),
                request.url(),
                request.clientId(),
                request.contactNameId(),
                request.locationId(),
                request.boardId(),
                request.statusId(),
                request.categoryId(),
                request.subcategoryId(),
                request.priorityId(),
                request.assignedTo(),
                stored(request.dueDate()),
                stored(request.attributes()),
                request.tags() == null ? List.of() : TagTexts.of(request.tags()));
    }

    public static TicketDraft of(TicketState ticket) {
        return new TicketDraft(
                ticket.title(),
                ticket.url(),
                Objects.requireNonNull(ticket.clientId()),
                ticket.contactNameId(),
                ticket.locationId(),
                Objects.requireNonNull(ticket.boardId()),
                Objects.requireNonNull(ticket.statusId()),
                ticket.categoryId(),
                ticket.subcategoryId(),
                Objects.requireNonNull(ticket.priorityId()),
                ticket.assignedTo(),
                ticket.dueDate(),
                ticket.attributes(),
                ticket.tags());
    }

    /** The same in another status, with another assignee and priority: what a bundle passes on. */
    public TicketDraft with(UUID status, @Nullable UUID assignee, UUID priority) {
        return new TicketDraft(
                title,
                url,
                clientId,
                contactNameId,
                locationId,
                boardId,
                status,
                categoryId,
                subcategoryId,
                priority,
                assignee,
                dueDate,
                attributes,
                tags);
    }

    static @Nullable Instant stored(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    static @Nullable Map<String, @Nullable Object> stored(@Nullable Map<String, @Nullable Object> attributes) {
        return attributes == null ? null : FreeForm.canonical(attributes);
    }
}
