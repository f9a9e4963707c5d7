package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.ticket.TicketState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket before and after a change that was decided elsewhere. */
public record TicketRevision(TicketState before, TicketState after) {

    /**
     * What is decided about a ticket.
     *
     * @param closing whether the status closes
     */
    public record Decision(
            UUID statusId, boolean closing, @Nullable UUID assignedTo, UUID priorityId) {

        /** What is decided about the ticket now. */
        public static Decision of(TicketState ticket) {
            return new Decision(
                    Objects.requireNonNull(ticket.statusId()),
                    ticket.isClosed(),
                    ticket.assignedTo(),
                    Objects.requireNonNull(ticket.priorityId()));
        }

        public Decision status(UUID id, boolean closes) {
            return new Decision(id, closes, assignedTo, priorityId);
        }

        public Decision assignedTo(@Nullable UUID user) {
            return new Decision(statusId, closing, user, priorityId);
        }

        public Decision priority(UUID id) {
            return new Decision(statusId, closing, assignedTo, id);
        }
    }

    /** The ticket becomes the child of a master, or of none. */
    public static TicketRevision moved(TicketState ticket, @Nullable UUID master, UUID by, Instant at) {
        TicketStates.Fixed fixed = TicketStates.Fixed.of(ticket).under(master);
        return of(ticket, fixed, TicketDraft.of(ticket), Closing.of(ticket), by, at);
    }

    public static TicketRevision decided(TicketState ticket, Decision wanted, UUID by, Instant at) {
        TicketDraft draft = TicketDraft.of(ticket).with(wanted.statusId(), wanted.assignedTo(), wanted.priorityId());
        Closing present = Closing.of(ticket);
        Closing closing =
                wanted.statusId().equals(ticket.statusId()) ? present : present.under(wanted.closing(), by, at);
        return of(ticket, TicketStates.Fixed.of(ticket), draft, closing, by, at);
    }

    public Map<String, Change> changed() {
        return Changes.between(before, after);
    }

    static TicketRevision of(
            TicketState before, TicketStates.Fixed fixed, TicketDraft draft, Closing closing, UUID by, Instant at) {
        TicketStates.Stamp stamp = new TicketStates.Stamp(by, at, before.version() + 1);
        return new TicketRevision(before, TicketStates.of(fixed, draft, closing, stamp, draft.tags()));
    }
}
