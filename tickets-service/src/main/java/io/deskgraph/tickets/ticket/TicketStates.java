package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the full state of a ticket together from the parts that change for different reasons. */
final class TicketStates {

    /** What no update touches. */
    record Fixed(
            UUID tenant,
            UUID id,
            String number,
            @Nullable UUID enteredBy,
            Instant enteredAt,
            @Nullable String source,
            String origin,
            @Nullable UUID master,
            @Nullable String responseState) {

        static Fixed of(TicketState ticket) {
            return new Fixed(
                    ticket.tenant(),
                    ticket.ticketId(),
                    ticket.ticketNumber(),
                    ticket.enteredBy(),
                    ticket.enteredAt(),
                    ticket.source(),
                    ticket.ticketOrigin(),
                    ticket.masterTicketId(),
                    ticket.responseState());
        }

        /** The same but for its master. */
        Fixed under(@Nullable UUID otherMaster) {
            return new Fixed(tenant, id, number, enteredBy, enteredAt, source, origin, otherMaster, responseState);
        }

        /** The same but for whom it waits for. */
        Fixed waiting(@Nullable String state) {
            return new Fixed(tenant, id, number, enteredBy, enteredAt, source, origin, master, state);
        }
    }

    /** The bookkeeping of one write. */
    record Stamp(@Nullable UUID updatedBy, Instant updatedAt, long version) {}

    private TicketStates() {}

    /** Members that this suite does not fill stay null; subscribers see them all the same. */
    static TicketState of(Fixed fixed, TicketDraft draft, Closing closing, Stamp stamp, List<String> tags) {
        return new TicketState(
                fixed.tenant(),
                fixed.id(),
                fixed.number(),
                draft.title(),
                draft.url(),
                draft.clientId(),
                draft.contactNameId(),
                draft.locationId(),
                draft.boardId(),
                draft.statusId(),
                draft.categoryId(),
                draft.subcategoryId(),
                draft.priorityId(),
                null,
                null,
                null,
                draft.assignedTo(),
                fixed.enteredBy(),
                stamp.updatedBy(),
                closing.closedBy(),
                fixed.enteredAt(),
                stamp.updatedAt(),
                closing.closedAt(),
                closing.isClosed(),
                draft.dueDate(),
                draft.attributes(),
                fixed.source(),
                fixed.origin(),
                fixed.master(),
                fixed.responseState(),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                tags,
                stamp.version());
    }
}
