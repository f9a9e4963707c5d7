package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The asset table and the counter row beside it. */
@Singleton
class AssetRepository {

    private static final String BY_KEY = AssetSource.TABLES.select() + AssetSource.TABLES.from() + "WHERE ";

    private static final String ALL = AssetSource.TABLES.select() + AssetSource.TABLES.from()
            + "WHERE a.tenant_id = $1 AND (a.number = ANY ($2) OR a.id = ANY ($3)) ORDER BY a.id FOR UPDATE OF a";

    /** Takes the next number and a place under the limit, or gives no row: then the limit is reached. */
    private static final String INSERT = """
            WITH place AS (
                INSERT INTO inventories AS i (tenant_id, last_number, asset_count) VALUES ($1, 1, 1)
                ON CONFLICT ON CONSTRAINT inventories_pk
                DO UPDATE SET last_number = i.last_number + 1, asset_count = i.asset_count + 1
                WHERE i.asset_limit IS NULL OR i.asset_count < i.asset_limit
                RETURNING last_number)
            INSERT INTO assets (tenant_id, id, number, database_id, asset_tag, name, asset_type, status, client_id,
                                category_id, location_id, manufacturer, model, serial_number, purchase_date,
                                purchase_cost, warranty_end_date, notes, custom_fields, tags, expected_checkin,
                                created_at, created_by, updated_at, updated_by, version)
            SELECT $1, $2, last_number, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                   $18::text::jsonb, $19, $20, $21, $22, $21, $22, 1
            FROM place
            RETURNING number""";

    private static final String UPDATE = """
            UPDATE assets
            SET database_id = $3, asset_tag = $4, name = $5, asset_type = $6, status = $7, client_id = $8,
                category_id = $9, location_id = $10, manufacturer = $11, model = $12, serial_number = $13,
                purchase_date = $14, purchase_cost = $15, warranty_end_date = $16, notes = $17,
                custom_fields = $18::text::jsonb, tags = $19, expected_checkin = $20, updated_at = $21,
                updated_by = $22, version = $23, assigned_to = $24
            WHERE tenant_id = $1 AND id = $2""";

    private static final String DELETE = """
            WITH place AS (UPDATE inventories SET asset_count = asset_count - cardinality($2::uuid[]) WHERE tenant_id = $1)
            DELETE FROM assets WHERE tenant_id = $1 AND id = ANY ($2)""";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final AssetRows rows;

    AssetRepository(Transactions transactions, CurrentRequest request, AssetRows rows) {
        this.transactions = transactions;
        this.request = request;
        this.rows = rows;
    }

    Uni<@Nullable StoredAsset> find(AssetKey key) {
        return transactions
                .read(BY_KEY + key.condition(), key.arguments(request.tenantId()))
                .map(this::single);
    }

    /** Holds the row until the transaction ends. */
    Uni<@Nullable StoredAsset> lock(Tx tx, AssetKey key) {
        return tx.sql(BY_KEY + key.condition() + " FOR UPDATE OF a", key.arguments(tx.tenant()))
                .map(this::single);
    }

    /** The new asset's number; null when the tenant has as many assets as it may. */
    Uni<@Nullable Long> insert(Tx tx, AssetState state) {
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        state.assetId(),
                        state.databaseId(),
                        state.assetTag(),
                        state.name(),
                        state.assetType(),
                        state.status(),
                        state.clientId(),
                        state.categoryId(),
                        state.locationId(),
                        state.manufacturer(),
                        state.model(),
                        state.serialNumber(),
                        state.purchaseDate(),
                        cost(state),
                        state.warrantyEndDate(),
                        state.notes(),
                        rows.text(state.extensionData()),
                        state.tags().toArray(String[]::new),
                        state.expectedCheckin(),
                        AssetRows.time(state.createdAt()),
                        state.createdBy())
                .onFailure()
                .transform(failure -> AssetRefusals.explain(failure, state))
                .map(AssetRepository::number);
    }

    Uni<Void> update(Tx tx, AssetState state) {
        return tx.sql(UPDATE, written(state))
                .onFailure()
                .transform(failure -> AssetRefusals.explain(failure, state))
                .replaceWithVoid();
    }

    /** All in one flight. */
    Uni<Void> updateAll(Tx tx, List<AssetState> states) {
        List<Tuple> written =
                states.stream().map(state -> Tuple.from(written(state))).toList();
        return written.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.batch(UPDATE, written).replaceWithVoid();
    }
    /** Of several that name the same assets at once, each waits for the one before: all lock in one order. */
    Uni<List<StoredAsset>> lockAll(Tx tx, List<Long> numbers, List<UUID> ids) {
        return tx.sql(ALL, tx.tenant(), numbers.toArray(Long[]::new), ids.toArray(UUID[]::new))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(rows::read)
                        .toList());
    }

    Uni<Void> delete(Tx tx, List<UUID> ids) {
        return tx.sql(DELETE, tx.tenant(), ids.toArray(UUID[]::new)).replaceWithVoid();
    }

    private @Nullable Object[] written(AssetState state) {
        return new @Nullable Object[] {
            state.tenant(),
            state.assetId(),
            state.databaseId(),
            state.assetTag(),
            state.name(),
            state.assetType(),
            state.status(),
            state.clientId(),
            state.categoryId(),
            state.locationId(),
            state.manufacturer(),
            state.model(),
            state.serialNumber(),
            state.purchaseDate(),
            cost(state),
            state.warrantyEndDate(),
            state.notes(),
            rows.text(state.extensionData()),
            state.tags().toArray(String[]::new),
            state.expectedCheckin(),
            AssetRows.time(state.updatedAt()),
            state.updatedBy(),
            (int) state.version(),
            state.assignedTo()
        };
    }

    private @Nullable StoredAsset single(RowSet<Row> found) {
        return found.rowCount() == 0 ? null : rows.read(found.iterator().next());
    }

    private static @Nullable Long number(RowSet<Row> inserted) {
        return inserted.rowCount() == 0 ? null : inserted.iterator().next().getLong("number");
    }

    private static @Nullable BigDecimal cost(AssetState state) {
        return state.purchaseCost() == null ? null : new BigDecimal(state.purchaseCost());
    }
}
