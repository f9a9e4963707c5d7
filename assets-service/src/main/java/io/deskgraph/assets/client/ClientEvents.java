package io.deskgraph.assets.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Keeps the copy of clients. */
@Singleton
class ClientEvents implements EventHandler {

    private static final String SUBJECT = ReferenceState.CLIENT + ":";

    private static final String STORE = """
            INSERT INTO client_copies (tenant_id, id, name, email) VALUES ($1, $2, $3, $4)
            ON CONFLICT ON CONSTRAINT client_copies_pk
            DO UPDATE SET name = excluded.name, email = excluded.email""";

    private static final String FORGET = "DELETE FROM client_copies WHERE tenant_id = $1 AND id = $2";

    @Override
    public String topic() {
        return Topics.TICKETS;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("client_copies", "'client:' || copy.id"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (!event.type().equals(EventTypes.REFERENCE_CHANGED)
                || !event.subject().startsWith(SUBJECT)) {
            return Uni.createFrom().voidItem();
        }
        UUID client = UUID.fromString(event.subject().substring(SUBJECT.length()));
        return event.isDeletion()
                ? tx.sql(FORGET, tx.tenant(), client).replaceWithVoid()
                : store(tx, client, event.after());
    }

    private static Uni<Void> store(Tx tx, UUID client, JsonNode after) {
        String email = after.path("attributes").path("email").textValue();
        return tx.sql(STORE, tx.tenant(), client, after.required("name").asText(), email)
                .replaceWithVoid();
    }
}
