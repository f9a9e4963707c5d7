package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/**
 * Whatever has a say when a client changes or deletes a ticket. Make it a bean and it is called, in the transaction of the
 * change, with the ticket's row locked; a failure ends the change. {@link TicketWriter} writes other tickets along with it
 * and calls nobody.
 */
public interface TicketParticipant {

    /** Before the change is written; what was asked for is known to fit together. */
    default Uni<Void> beforeChange(Tx tx, Ticket before, TicketDraft wanted, UUID by) {
        return Uni.createFrom().voidItem();
    }

    /** After it was written. What is answered goes into the {@code meta} of the client's answer. */
    default Uni<Map<String, Object>> afterChange(Tx tx, Ticket before, Ticket after, UUID by) {
        return Uni.createFrom().item(Map.of());
    }

    /** Before the ticket is locked for its deletion: whoever needs other tickets locked first does it here. */
    default Uni<Void> lockForDelete(Tx tx, UUID ticket) {
        return Uni.createFrom().voidItem();
    }

    /** Before the ticket's row goes; nothing that forbids its deletion hangs on it. */
    default Uni<Void> beforeDelete(Tx tx, TicketState ticket, UUID by) {
        return Uni.createFrom().voidItem();
    }

    /** After it has gone, before its event is written. */
    default Uni<Void> afterDelete(Tx tx, TicketState ticket, UUID by) {
        return Uni.createFrom().voidItem();
    }
}
