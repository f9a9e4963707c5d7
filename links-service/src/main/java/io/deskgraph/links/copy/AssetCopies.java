package io.deskgraph.links.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;

/** The table of asset copies. */
@ApplicationScoped
class AssetCopies implements CopyTable {

    /** What is told of again under a higher version, because its owner was restored, is back. */
    private static final String STORE = """
            WITH back AS (DELETE FROM departures
                          WHERE tenant_id = $1 AND kind = 'asset' AND id = $2 AND version < $3)
            INSERT INTO asset_copies (
                tenant_id, asset_id, version, number, database_id, asset_tag, name, asset_type, status, client_id,
                location_id, category_id, serial_number, manufacturer, model, purchase_date, purchase_cost,
                warranty_end_date, notes, extension_data, tags, assigned_to, expected_checkin, created_by,
                updated_by, created_at, updated_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
            $20::text::jsonb, $21, $22, $23, $24, $25, $26, $27
            WHERE NOT EXISTS (SELECT FROM departures WHERE tenant_id = $1 AND kind = 'asset' AND id = $2
                              AND version >= $3)
            ON CONFLICT ON CONSTRAINT asset_copies_pk DO UPDATE SET
                version = excluded.version, number = excluded.number, database_id = excluded.database_id,
                asset_tag = excluded.asset_tag, name = excluded.name, asset_type = excluded.asset_type,
                status = excluded.status, client_id = excluded.client_id, location_id = excluded.location_id,
                category_id = excluded.category_id, serial_number = excluded.serial_number,
                manufacturer = excluded.manufacturer, model = excluded.model,
                purchase_date = excluded.purchase_date, purchase_cost = excluded.purchase_cost,
                warranty_end_date = excluded.warranty_end_date, notes = excluded.notes,
                extension_data = excluded.extension_data, tags = excluded.tags, assigned_to = excluded.assigned_to,
                expected_checkin = excluded.expected_checkin, created_by = excluded.created_by,
                updated_by = excluded.updated_by, created_at = excluded.created_at,
                updated_at = excluded.updated_at""";

    private static final String NEWER = " WHERE asset_copies.version < excluded.version";

    private static final String LOCK = "SELECT FROM asset_copies WHERE tenant_id = $1 AND asset_id = $2 FOR UPDATE";
    private static final String REMOVE = "DELETE FROM asset_copies WHERE tenant_id = $1 AND asset_id = $2";

    private final ObjectMapper json;

    AssetCopies(ObjectMapper json) {
        this.json = json;
    }

    /** Has no effect when something newer is known. */
    Uni<Void> store(Tx tx, AssetState asset, long version) {
        return write(tx, STORE + NEWER, asset, version);
    }

    /** Whatever is known. */
    Uni<Void> restore(Tx tx, AssetState asset, long version) {
        return write(tx, STORE, asset, version);
    }

    private Uni<Void> write(Tx tx, String sql, AssetState asset, long version) {
        return tx.sql(
                        sql,
                        tx.tenant(),
                        asset.assetId(),
                        version,
                        asset.number(),
                        asset.databaseId(),
                        asset.assetTag(),
                        asset.name(),
                        asset.assetType(),
                        asset.status(),
                        asset.clientId(),
                        asset.locationId(),
                        asset.categoryId(),
                        asset.serialNumber(),
                        asset.manufacturer(),
                        asset.model(),
                        asset.purchaseDate(),
                        asset.purchaseCost(),
                        asset.warrantyEndDate(),
                        asset.notes(),
                        text(asset),
                        asset.tags().toArray(String[]::new),
                        asset.assignedTo(),
                        asset.expectedCheckin(),
                        asset.createdBy(),
                        asset.updatedBy(),
                        asset.createdAt().atOffset(ZoneOffset.UTC),
                        asset.updatedAt().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> lock(Tx tx, UUID id) {
        return tx.sql(LOCK, tx.tenant(), id).replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Tx tx, UUID id) {
        return tx.sql(REMOVE, tx.tenant(), id).replaceWithVoid();
    }

    /** As text, because the driver's own JSON type turns decimals into binary fractions. */
    private String text(AssetState asset) {
        try {
            return json.writeValueAsString(asset.extensionData());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
