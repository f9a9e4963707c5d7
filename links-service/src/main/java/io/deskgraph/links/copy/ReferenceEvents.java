package io.deskgraph.links.copy;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Follows the look-ups whose names are shown with tickets and assets. */
@ApplicationScoped
class ReferenceEvents implements EventHandler {

    private static final Set<String> KINDS =
            Set.of(ReferenceState.STATUS, ReferenceState.PRIORITY, ReferenceState.CLIENT, ReferenceState.BOARD);

    private static final String STORE = """
            INSERT INTO reference_copies (tenant_id, kind, id, version, name, attributes)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT ON CONSTRAINT reference_copies_pk DO UPDATE
            SET version = excluded.version, name = excluded.name, attributes = excluded.attributes""";

    private static final String NEWER = " WHERE reference_copies.version < excluded.version";

    private static final String REMOVE = "DELETE FROM reference_copies WHERE tenant_id = $1 AND kind = $2 AND id = $3";

    private final States states;

    ReferenceEvents(States states) {
        this.states = states;
    }

    @Override
    public String topic() {
        return Topics.TICKETS;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("reference_copies", "copy.kind || ':' || copy.id"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        return write(tx, STORE + NEWER, event);
    }

    @Override
    public Uni<Void> restore(Tx tx, ReceivedEvent event) {
        return write(tx, STORE, event);
    }

    private Uni<Void> write(Tx tx, String sql, ReceivedEvent event) {
        String[] subject = event.subject().split(":", 2);
        if (!event.type().equals(EventTypes.REFERENCE_CHANGED) || !KINDS.contains(subject[0])) {
            return Uni.createFrom().voidItem();
        }
        UUID id = UUID.fromString(subject[1]);
        return event.isDeletion()
                ? tx.sql(REMOVE, tx.tenant(), subject[0], id).replaceWithVoid()
                : store(tx, sql, subject[0], id, states.read(event, ReferenceState.class), event.version());
    }

    private static Uni<Void> store(Tx tx, String sql, String kind, UUID id, ReferenceState state, long version) {
        return tx.sql(sql, tx.tenant(), kind, id, version, state.name(), new JsonObject(state.attributes()))
                .replaceWithVoid();
    }
}
