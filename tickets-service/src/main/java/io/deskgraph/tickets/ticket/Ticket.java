package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's row, its tags with what they look like, and its part in a bundle.
 *
 * @param bundleMode of the bundle whose master it is
 * @param event what told of its last write; null where it was only read
 */
public record Ticket(
        TicketState state,
        List<TagView> tags,
        @Nullable String bundleMode,
        @Nullable UUID event) {

    Ticket(TicketState state, List<TagView> tags) {
        this(state, tags, null, null);
    }

    public BundleRole bundleRole() {
        return BundleRole.of(state.masterTicketId() != null, bundleMode != null);
    }

    /** The same ticket's next version. */
    Ticket next(TicketState after, List<TagView> itsTags) {
        return new Ticket(after, itsTags, bundleMode, null);
    }

    Ticket toldBy(UUID itsEvent) {
        return new Ticket(state, tags, bundleMode, itsEvent);
    }
}
