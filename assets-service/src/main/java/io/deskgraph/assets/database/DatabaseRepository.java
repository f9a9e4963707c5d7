package io.deskgraph.assets.database;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Databases in the database. */
@Singleton
class DatabaseRepository {

    private static final String COLUMNS = """
            SELECT d.id, d.description, d.created_at, d.version,
                (SELECT count(*) FROM assets a WHERE a.tenant_id = d.tenant_id AND a.database_id = d.id) AS asset_count
            FROM asset_databases d WHERE d.tenant_id = $1""";

    private static final String ALL = COLUMNS + " ORDER BY d.id";
    private static final String ONE = COLUMNS + " AND d.id = $2";
    private static final String LOCKED = ONE + " FOR UPDATE OF d";

    /** Its versions go on where an earlier one of this name ended. */
    private static final String CREATE = """
            WITH earlier AS (DELETE FROM deleted_databases WHERE tenant_id = $1 AND id = $2 RETURNING version)
            INSERT INTO asset_databases (tenant_id, id, description, created_at, created_by, updated_at, updated_by,
                                         version)
            SELECT $1, $2, $3, $4, $5, $4, $5, coalesce((SELECT max(version) FROM earlier), 0) + 1
            ON CONFLICT ON CONSTRAINT asset_databases_pk DO NOTHING
            RETURNING version""";

    private static final String DELETE = """
            WITH gone AS (DELETE FROM asset_databases WHERE tenant_id = $1 AND id = $2 RETURNING version)
            INSERT INTO deleted_databases (tenant_id, id, version) SELECT $1, $2, version + 1 FROM gone""";

    record Stored(DatabaseView view, int version) {}

    Uni<List<Stored>> all(Tx tx) {
        return tx.sql(ALL, tx.tenant()).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(DatabaseRepository::stored)
                .toList());
    }

    Uni<@Nullable Stored> find(Tx tx, String id) {
        return tx.sql(ONE, tx.tenant(), id).map(DatabaseRepository::single);
    }

    Uni<@Nullable Stored> lock(Tx tx, String id) {
        return tx.sql(LOCKED, tx.tenant(), id).map(DatabaseRepository::single);
    }

    /** The version of the new one; null when there is one already. */
    Uni<@Nullable Integer> create(Tx tx, String id, String description, Instant now, @Nullable UUID by) {
        return tx.sql(CREATE, tx.tenant(), id, description, now.atOffset(ZoneOffset.UTC), by)
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getInteger("version"));
    }

    Uni<Void> delete(Tx tx, String id) {
        return tx.sql(DELETE, tx.tenant(), id).replaceWithVoid();
    }

    private static @Nullable Stored single(RowSet<Row> rows) {
        return rows.rowCount() == 0 ? null : stored(rows.iterator().next());
    }

    private static Stored stored(Row row) {
        DatabaseView view = new DatabaseView(
                row.getString("id"),
                row.getString("description"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("asset_count"));
        return new Stored(view, row.getInteger("version"));
    }
}
