package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;

/** Numbers and places under the asset limit, taken in blocks. */
@Singleton
public class AssetPlaces {

    /** Also brings the counter row into being; the update that changes nothing takes its lock. */
    private static final String LOCK = """
            INSERT INTO inventories AS i (tenant_id) VALUES ($1)
            ON CONFLICT ON CONSTRAINT inventories_pk DO UPDATE SET last_number = i.last_number
            RETURNING last_number, asset_limit - asset_count AS left_over""";

    private static final String TAKE = """
            UPDATE inventories SET last_number = last_number + $2, asset_count = asset_count + $2
            WHERE tenant_id = $1""";

    private static final String LEFT =
            "SELECT asset_limit - asset_count AS left_over FROM inventories WHERE tenant_id = $1";

    /** As many as asked or as there are; the counter is this transaction's until it ends. */
    public Uni<Block> take(Tx tx, int wanted) {
        return tx.sql(LOCK, tx.tenant())
                .map(found -> block(found.iterator().next(), wanted))
                .call(block -> tx.sql(TAKE, tx.tenant(), (long) block.count()));
    }

    /** How many assets may still be created; a very large number where there is no limit. */
    public Uni<Long> left(Tx tx) {
        return tx.sql(LEFT, tx.tenant())
                .map(found -> found.rowCount() == 0
                        ? Long.MAX_VALUE
                        : left(found.iterator().next()));
    }

    private static Block block(Row row, int wanted) {
        return new Block(row.getLong("last_number") + 1, (int) Math.min(wanted, left(row)));
    }

    private static long left(Row row) {
        Long left = row.getLong("left_over");
        return left == null ? Long.MAX_VALUE : Math.max(0, left);
    }

    /** Consecutive numbers. */
    public record Block(long first, int count) {}
}
