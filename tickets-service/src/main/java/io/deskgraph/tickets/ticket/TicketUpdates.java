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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Partial updates: what is not sent stays. */
@Singleton
class TicketUpdates {

    private final Validator validator;

    TicketUpdates(Validator validator) {
        this.validator = validator;
    }

    /** PUT: what may be cleared by null is a short list, and attributes are replaced. */
    TicketEdit put(Sent<UpdateTicket> sent) {
        return new Partial(this, sent, false);
    }

    /** PATCH as RFC 7396 has it: null clears whatever a ticket can be without, attributes are merged. */
    TicketEdit patch(Sent<UpdateTicket> sent) {
        return new Partial(this, sent, true);
    }

    private record Partial(TicketUpdates updates, Sent<UpdateTicket> sent, boolean merges) implements TicketEdit {

        @Override
        public void check() {
            updates.check(sent, merges);
        }

        @Override
        public TicketDraft over(TicketDraft present) {
            return apply(sent, present, merges);
        }

        @Override
        public TicketEdit.RulesOverride override() {
            UpdateTicket body = sent.body();
            return TicketEdit.RulesOverride.of(body.overrideCloseRules(), body.overrideCloseRulesReason());
        }
    }

    private void check(Sent<UpdateTicket> sent, boolean merges) {
        Set<ConstraintViolation<UpdateTicket>> violations = validator.validate(sent.body());
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        List<Detail> nulls = Stream.concat(compulsory(sent), merges ? Stream.empty() : clearedByPatchAlone(sent))
                .filter(member -> member.sent() && !member.hasValue())
                .map(member -> Detail.of(member.name(), "must not be null"))
                .toList();
        if (!nulls.isEmpty()) {
            throw Problem.invalid("Validation failed", nulls);
        }
        Muting.check(sent.body().suppressContactNotifications(), sent.body().suppressInternalNotifications());
    }

    private static TicketDraft apply(Sent<UpdateTicket> sent, TicketDraft ticket, boolean merges) {
        UpdateTicket body = sent.body();
        return new TicketDraft(
                or(body.title(), ticket.title()),
                sent.member("url", body.url()).over(ticket.url()),
                or(body.clientId(), ticket.clientId()),
                sent.member("contact_name_id", body.contactNameId()).over(ticket.contactNameId()),
                sent.member("location_id", body.locationId()).over(ticket.locationId()),
                board(body, ticket),
                or(body.statusId(), ticket.statusId()),
                sent.member("category_id", body.categoryId()).over(ticket.categoryId()),
                sent.member("subcategory_id", body.subcategoryId()).over(ticket.subcategoryId()),
                or(body.priorityId(), ticket.priorityId()),
                sent.member("assigned_to", body.assignedTo()).over(ticket.assignedTo()),
                TicketDraft.stored(sent.member("due_date", body.dueDate()).over(ticket.dueDate())),
                attributes(sent, ticket, merges),
                tags(sent, ticket));
    }

    private static @Nullable Map<String, @Nullable Object> attributes(
            Sent<UpdateTicket> sent, TicketDraft ticket, boolean merges) {
        Map<String, @Nullable Object> wanted = sent.body().attributes();
        if (merges && wanted != null) {
            return TicketDraft.stored(MergePatch.apply(ticket.attributes(), wanted));
        }
        Map<String, @Nullable Object> whole = sent.member("attributes", wanted).over(ticket.attributes());
        return TicketDraft.stored(whole);
    }

    private static List<String> tags(Sent<UpdateTicket> sent, TicketDraft ticket) {
        List<String> wanted = sent.member("tags", sent.body().tags()).over(ticket.tags());
        return TagTexts.replacing(ticket.tags(), wanted == null ? List.of() : wanted);
    }

    private static Stream<Member<?>> compulsory(Sent<UpdateTicket> sent) {
        UpdateTicket body = sent.body();
        return Stream.of(
                sent.member("title", body.title()),
                sent.member("client_id", body.clientId()),
                sent.member("board_id", body.boardId()),
                sent.member("status_id", body.statusId()),
                sent.member("priority_id", body.priorityId()));
    }

    private static Stream<Member<?>> clearedByPatchAlone(Sent<UpdateTicket> sent) {
        UpdateTicket body = sent.body();
        return Stream.of(
                sent.member("url", body.url()),
                sent.member("location_id", body.locationId()),
                sent.member("category_id", body.categoryId()),
                sent.member("subcategory_id", body.subcategoryId()),
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

    private static <T> T or(@Nullable T sent, T present) {
        return sent == null ? present : sent;
    }
}
