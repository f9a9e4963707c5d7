package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assets by the hundred: each statement takes a whole batch. */
@Singleton
public class AssetBatches {

    /** In the order of ids, so that two batches lock what they share in one order. */
    private static final String FIND = AssetSource.TABLES.select() + AssetSource.TABLES.from() + """
            JOIN unnest($2::text[], $3::text[]) AS wanted (database_id, asset_tag)
                ON a.database_id = wanted.database_id AND a.asset_tag = wanted.asset_tag
            WHERE a.tenant_id = $1
            ORDER BY a.id""";

    /** Gives no row where another transaction has taken the tag in the meantime. */
    private static final String INSERT = """
            INSERT INTO assets (tenant_id, id, database_id, asset_tag, name, asset_type, status, client_id,
                                category_id, location_id, manufacturer, model, serial_number, purchase_date,
                                purchase_cost, warranty_end_date, notes, custom_fields, tags, expected_checkin,
                                updated_at, updated_by, version, number, created_at, created_by)
            SELECT $1, id, database_id, asset_tag, name, asset_type, status, client_id, category_id, location_id,
                   manufacturer, model, serial_number, purchase_date::date, purchase_cost::numeric,
                   warranty_end_date::date, notes, custom_fields::jsonb,
                   ARRAY(SELECT jsonb_array_elements_text(tags::jsonb)), expected_checkin::date,
                   updated_at, updated_by, version, number, updated_at, updated_by
            FROM %s
            ON CONFLICT ON CONSTRAINT assets_tag_uk DO NOTHING""".formatted(AssetArrays.UNNEST);

    private static final String UPDATE = """
            UPDATE assets
            SET name = r.name, asset_type = r.asset_type, status = r.status, client_id = r.client_id,
                category_id = r.category_id, location_id = r.location_id, manufacturer = r.manufacturer,
                model = r.model, serial_number = r.serial_number, purchase_date = r.purchase_date::date,
                purchase_cost = r.purchase_cost::numeric, warranty_end_date = r.warranty_end_date::date,
                notes = r.notes, custom_fields = r.custom_fields::jsonb,
                tags = ARRAY(SELECT jsonb_array_elements_text(r.tags::jsonb)),
                expected_checkin = r.expected_checkin::date, updated_at = r.updated_at,
                updated_by = r.updated_by, version = r.version
            FROM %s
            WHERE assets.tenant_id = $1 AND assets.id = r.id""".formatted(AssetArrays.UNNEST);

    private final AssetRows rows;
    private final AssetArrays arrays;

    AssetBatches(AssetRows rows, AssetArrays arrays) {
        this.rows = rows;
        this.arrays = arrays;
    }

    /** @param lock whether nobody else may change them until the transaction ends */
    public Uni<Map<TagKey, AssetState>> find(Tx tx, Collection<TagKey> keys, boolean lock) {
        return tx.sql(
                        lock ? FIND + " FOR UPDATE OF a" : FIND,
                        tx.tenant(),
                        keys.stream().map(TagKey::databaseId).toArray(String[]::new),
                        keys.stream().map(TagKey::assetTag).toArray(String[]::new))
                .map(this::byTag);
    }

    /** How many were stored; fewer than given when a tag is taken. */
    public Uni<Integer> insert(Tx tx, List<AssetState> states) {
        return tx.sql(INSERT, arrays.of(tx.tenant(), states)).map(stored -> stored.rowCount());
    }

    public Uni<Void> update(Tx tx, List<AssetState> states) {
        return tx.sql(UPDATE, arrays.of(tx.tenant(), states)).replaceWithVoid();
    }

    private Map<TagKey, AssetState> byTag(Iterable<Row> found) {
        Map<TagKey, AssetState> assets = new HashMap<>();
        for (Row row : found) {
            AssetState state = rows.read(row).state();
            assets.put(TagKey.of(state), state);
        }
        return assets;
    }
}
