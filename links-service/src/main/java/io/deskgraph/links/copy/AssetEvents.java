package io.deskgraph.links.copy;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.asset.AssetState;
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

/** Follows assets. Every event of an asset carries its whole state, so they need no telling apart. */
@ApplicationScoped
class AssetEvents implements EventHandler {

    private static final String OF_ASSETS = "io.deskgraph.asset.";

    /** A link may have made the owner tell of it before its event came. */
    private static final String UNUSED = """
            NOT EXISTS (SELECT FROM ticket_asset_links AS l WHERE l.tenant_id = $1 AND l.asset_id = copy.asset_id)
            AND NOT EXISTS (SELECT FROM asset_links AS l WHERE l.tenant_id = $1
                            AND copy.asset_id IN (l.from_asset_id, l.to_asset_id))""";

    private final AssetCopies copies;
    private final Departures departures;
    private final States states;
    private final List<Followers> followers;

    AssetEvents(AssetCopies copies, Departures departures, States states, @All List<Followers> followers) {
        this.copies = copies;
        this.departures = departures;
        this.states = states;
        this.followers = followers;
    }

    @Override
    public String topic() {
        return Topics.ASSETS;
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (!event.type().startsWith(OF_ASSETS)) {
            return Uni.createFrom().voidItem();
        }
        return event.isDeletion()
                ? departures.depart(tx, End.asset(UUID.fromString(event.subject())), event)
                : store(tx, event);
    }

    @Override
    public Uni<Void> restore(Tx tx, ReceivedEvent event) {
        return event.type().startsWith(OF_ASSETS) && !event.isDeletion()
                ? copies.restore(tx, states.read(event, AssetState.class), event.version())
                : apply(tx, event);
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(new CopyTable("asset_copies", "copy.asset_id::text", UNUSED));
    }

    private Uni<Void> store(Tx tx, ReceivedEvent event) {
        End end = End.asset(UUID.fromString(event.subject()));
        return copies.store(tx, states.read(event, AssetState.class), event.version())
                .chain(() -> Multi.createFrom()
                        .iterable(followers)
                        .onItem()
                        .transformToUniAndConcatenate(one -> one.follow(tx, end, event))
                        .collect()
                        .last())
                .replaceWithVoid();
    }
}
