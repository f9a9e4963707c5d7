package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.http.Member;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a partial update by itself, and lays it over the ticket as it is. */
@Singleton
class TicketUpdates {

    private static final String MUTES_CONTACTS = "suppressContactNotifications";
    private static final String MUTES_INTERNAL = "suppressInternalNotifications";

    private final Validator validator;

    TicketUpdates(Validator validator) {
        this.validator = validator;
    }

    /** Throws 400 with what is wrong whatever the ticket is like. */
    void check(Sent<UpdateTicket> sent) {
        Set<ConstraintViolation<UpdateTicket>> violations = validator.validate(sent.body());
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        List<Detail> nulls = compulsory(sent)
                .filter(member -> member.sent() && !member.hasValue())
                .map(member -> Detail.of(member.name(), "must not be null"))
                .toList();
        if (!nulls.isEmpty()) {
            throw Problem.invalid("Validation failed", nulls);
        }
        requireConsistentMuting(sent.body());
    }

    static TicketDraft apply(Sent<UpdateTicket> sent, TicketDraft ticket) {
        UpdateTicket body = sent.body();
        return new TicketDraft(
                or(body.title(), ticket.title()),
                orSame(body.url(), ticket.url()),
                or(body.clientId(), ticket.clientId()),
                sent.member("contact_name_id", body.contactNameId()).over(ticket.contactNameId()),
                orSame(body.locationId(), ticket.locationId()),
                board(body, ticket),
                or(body.statusId(), ticket.statusId()),
                orSame(body.categoryId(), ticket.categoryId()),
                orSame(body.subcategoryId(), ticket.subcategoryId()),
                or(body.priorityId(), ticket.priorityId()),
                sent.member("assigned_to", body.assignedTo()).over(ticket.assignedTo()),
                TicketDraft.stored(sent.member("due_date", body.dueDate()).over(ticket.dueDate())),
                TicketDraft.stored(orSame(body.attributes(), ticket.attributes())),
                body.tags() == null ? ticket.tags() : TagTexts.replacing(ticket.tags(), body.tags()));
    }

    private static Stream<Member<?>> compulsory(Sent<UpdateTicket> sent) {
        UpdateTicket body = sent.body();
        return Stream.of(
                sent.member("title", body.title()),
                sent.member("url", body.url()),
                sent.member("client_id", body.clientId()),
                sent.member("location_id", body.locationId()),
                sent.member("board_id", body.boardId()),
                sent.member("status_id", body.statusId()),
                sent.member("category_id", body.categoryId()),
                sent.member("subcategory_id", body.subcategoryId()),
                sent.member("priority_id", body.priorityId()),
                sent.member("attributes", body.attributes()),
                sent.member("tags", body.tags()));
    }

    private static UUID board(UpdateTicket body, TicketDraft ticket) {
        UUID board = or(body.boardId(), ticket.boardId());
        if (body.statusId() == null && !ticket.boardId().equals(board)) {
            throw Problem.invalid("status_id", "Changing the board requires a status of the destination board");
        }
        return board;
    }

    private static void requireConsistentMuting(UpdateTicket body) {
        boolean internal = Boolean.TRUE.equals(body.suppressInternalNotifications());
        if (internal && !Boolean.TRUE.equals(body.suppressContactNotifications())) {
            throw Problem.invalid(MUTES_INTERNAL, MUTES_INTERNAL + " requires " + MUTES_CONTACTS);
        }
    }

    private static <T> T or(@Nullable T sent, T present) {
        return sent == null ? present : sent;
    }

    private static <T> @Nullable T orSame(@Nullable T sent, @Nullable T present) {
        return sent == null ? present : sent;
    }
}
