package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * What else happens when people comment, in the same transaction. Every bean of this kind is asked, one after the other;
 * comments by the system itself are not told.
 */
public interface CommentFollower {

    /** Before the ticket is locked: whoever needs other tickets' locks too takes them here, in an order of its own. */
    default Uni<Void> before(Tx tx, UUID ticket) {
        return Uni.createFrom().voidItem();
    }

    /** After the comment was written and told. */
    Uni<Void> added(Tx tx, Added comment);

    /**
     * @param ticket as it is now
     * @param event the id of the event that tells of it
     */
    record Added(TicketState ticket, CommentState comment, UUID event) {}
}
