package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a ticket is closed, since when and by whom. The three move together. */
record Closing(
        boolean isClosed,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy) {

    static final Closing OPEN = new Closing(false, null, null);

    static Closing of(TicketState ticket) {
        return new Closing(ticket.isClosed(), ticket.closedAt(), ticket.closedBy());
    }

    /** What becomes of it with a status that closes or does not; from closed to closed keeps who closed it first. */
    Closing under(boolean closingStatus, UUID by, Instant at) {
        if (closingStatus == isClosed) {
            return this;
        }
        return closingStatus ? new Closing(true, at, by) : OPEN;
    }

    /** The same with the client's word on when and by whom, which takes a closed ticket and a time in its life. */
    Closing since(TicketEdit.Since since, TicketState ticket, Clock clock) {
        if (!since.isSaid()) {
            return this;
        }
        if (!isClosed) {
            throw Problem.invalid(since.closedAt() == null ? "closed_by" : "closed_at", "The status does not close");
        }
        Instant at = since.closedAt() == null ? closedAt : since.closedAt().truncatedTo(ChronoUnit.MILLIS);
        if (at != null && (at.isBefore(ticket.enteredAt()) || at.isAfter(clock.instant()))) {
            throw Problem.invalid("closed_at", "Must be between the ticket's creation and now");
        }
        return new Closing(true, at, since.closedBy() == null ? closedBy : since.closedBy());
    }
}
