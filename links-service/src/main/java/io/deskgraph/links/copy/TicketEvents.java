package io.deskgraph.links.copy;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Follows tickets. Every event of a ticket carries its whole state, so they need no telling apart. */
@ApplicationScoped
class TicketEvents implements EventHandler {

    private static final String OF_TICKETS = "io.deskgraph.ticket.";

    /** A link may have made the owner tell of it before its event came. */
    private static final String UNUSED = """
            NOT EXISTS (SELECT FROM ticket_asset_links AS l WHERE l.tenant_id = $1 AND l.ticket_id = copy.ticket_id)""";

    private final TicketCopies copies;
    private final Departures departures;
    private final States states;
    private final List<Followers> followers;

    TicketEvents(TicketCopies copies, Departures departures, States states, @All List<Followers> followers) {
        this.copies = copies;
        this.departures = departures;
        this.states = states;
        this.followers = followers;
    }

    @Override
    public String topic() {
        return Topics.TICKETS;
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (!event.type().startsWith(OF_TICKETS)) {
            return Uni.createFrom().voidItem();
        }
        return event.isDeletion()
                ? departures.depart(tx, End.ticket(UUID.fromString(event.subject())), event)
                : store(tx, event);
    }

    @Override
    public Uni<Void> restore(Tx tx, ReceivedEvent event) {
        return event.type().startsWith(OF_TICKETS) && !event.isDeletion()
                ? copies.restore(tx, states.read(event, TicketState.class), event.version())
                : apply(tx, event);
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(new CopyTable("ticket_copies", "copy.ticket_id::text", UNUSED));
    }

    private Uni<Void> store(Tx tx, ReceivedEvent event) {
        End end = End.ticket(UUID.fromString(event.subject()));
        return copies.store(tx, states.read(event, TicketState.class), event.version())
                .chain(() -> Multi.createFrom()
                        .iterable(followers)
                        .onItem()
                        .transformToUniAndConcatenate(one -> one.follow(tx, end, event))
                        .collect()
                        .last())
                .replaceWithVoid();
    }
}
