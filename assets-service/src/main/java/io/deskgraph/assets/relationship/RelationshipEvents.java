package io.deskgraph.assets.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Keeps the copy of asset-to-asset links. */
@Singleton
class RelationshipEvents implements EventHandler {

    private static final String STORE = """
            INSERT INTO asset_link_copies (tenant_id, id, from_asset_id, to_asset_id, relationship_type, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT ON CONSTRAINT asset_link_copies_pk
            DO UPDATE SET from_asset_id = excluded.from_asset_id, to_asset_id = excluded.to_asset_id,
                          relationship_type = excluded.relationship_type, created_at = excluded.created_at""";

    private static final String FORGET = "DELETE FROM asset_link_copies WHERE tenant_id = $1 AND id = $2";

    @Override
    public String topic() {
        return Topics.LINKS;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("asset_link_copies", "copy.id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        return switch (event.type()) {
            case EventTypes.ASSET_LINK_CREATED, EventTypes.ASSET_LINK_UPDATED -> store(tx, event.after());
            case EventTypes.ASSET_LINK_DELETED ->
                tx.sql(FORGET, tx.tenant(), UUID.fromString(event.subject())).replaceWithVoid();
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> store(Tx tx, JsonNode link) {
        return tx.sql(
                        STORE,
                        tx.tenant(),
                        UUID.fromString(link.required("link_id").asText()),
                        UUID.fromString(link.required("from_asset_id").asText()),
                        UUID.fromString(link.required("to_asset_id").asText()),
                        link.required("relationship_type").asText(),
                        OffsetDateTime.parse(link.required("created_at").asText()))
                .replaceWithVoid();
    }
}
