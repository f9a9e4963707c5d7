package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import java.time.Instant;
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
}
