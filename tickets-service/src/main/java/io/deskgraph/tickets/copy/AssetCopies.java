package io.deskgraph.tickets.copy;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Assets, as far as tickets show them. */
@ApplicationScoped
class AssetCopies implements EventHandler {

    private static final String ASSET = "io.deskgraph.asset.";

    private static final String STORE = """
            INSERT INTO asset_copies
                (tenant_id, id, database_id, asset_tag, name, asset_type, status, client_id, serial_number)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT ON CONSTRAINT asset_copies_pk DO UPDATE
            SET database_id = excluded.database_id, asset_tag = excluded.asset_tag, name = excluded.name,
                asset_type = excluded.asset_type, status = excluded.status, client_id = excluded.client_id,
                serial_number = excluded.serial_number""";

    private static final String DELETE = "DELETE FROM asset_copies WHERE tenant_id = $1 AND id = $2";

    @Override
    public String topic() {
        return Topics.ASSETS;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("asset_copies", "copy.id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (!event.type().startsWith(ASSET)) {
            return Uni.createFrom().voidItem();
        }
        return event.type().equals(EventTypes.ASSET_DELETED)
                ? tx.sql(DELETE, tx.tenant(), UUID.fromString(event.subject())).replaceWithVoid()
                : store(tx, new Fields(event.after()));
    }

    private static Uni<Void> store(Tx tx, Fields asset) {
        return tx.sql(
                        STORE,
                        tx.tenant(),
                        asset.uuid("asset_id"),
                        asset.text("database_id"),
                        asset.text("asset_tag"),
                        asset.text("name"),
                        asset.text("asset_type"),
                        asset.text("status"),
                        asset.uuidOrNull("client_id"),
                        asset.textOrNull("serial_number"))
                .replaceWithVoid();
    }
}
