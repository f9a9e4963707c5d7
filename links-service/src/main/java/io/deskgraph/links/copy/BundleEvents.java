package io.deskgraph.links.copy;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Follows bundles: each event replaces the members of its bundle, in a dissolved one there are none. */
@ApplicationScoped
class BundleEvents implements EventHandler {

    private static final String REMOVE = "DELETE FROM bundle_members WHERE tenant_id = $1 AND bundle_id = $2";

    private static final String STORE = """
            INSERT INTO bundle_members (tenant_id, bundle_id, ticket_id, version, role, master_ticket_id)
            SELECT $1::uuid, $2::uuid, $3::uuid, $4::bigint, 'master', $3::uuid
            UNION ALL
            SELECT $1, $2, child, $4, 'child', $3 FROM unnest($5::uuid[]) AS child""";

    private final States states;

    BundleEvents(States states) {
        this.states = states;
    }

    @Override
    public String topic() {
        return Topics.BUNDLES;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("bundle_members", "copy.bundle_id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (!event.type().startsWith("io.deskgraph.bundle.")) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> removed =
                tx.sql(REMOVE, tx.tenant(), UUID.fromString(event.subject())).replaceWithVoid();
        return event.isDeletion()
                ? removed
                : removed.chain(() -> store(tx, states.read(event, BundleState.class), event.version()));
    }

    private static Uni<Void> store(Tx tx, BundleState bundle, long version) {
        UUID[] children = bundle.childTicketIds().toArray(UUID[]::new);
        return tx.sql(STORE, tx.tenant(), bundle.bundleId(), bundle.masterTicketId(), version, children)
                .replaceWithVoid();
    }
}
