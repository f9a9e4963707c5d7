package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds every look-up that a request names in one statement. */
@Singleton
class ReferenceRepository {

    private static final String FIND = """
            SELECT c.id AS category_id, c.number AS category_number, c.name AS category_name,
                   l.id AS location_id, l.number AS location_number, l.name AS location_name,
                   k.name AS client_name, k.email AS client_email, d.id IS NOT NULL AS database_exists
            FROM (VALUES ($1::uuid)) AS me (tenant_id)
            LEFT JOIN categories c ON c.tenant_id = me.tenant_id AND (c.id = $2 OR c.number = $3)
            LEFT JOIN locations l ON l.tenant_id = me.tenant_id AND (l.id = $4 OR l.number = $5)
            LEFT JOIN client_copies k ON k.tenant_id = me.tenant_id AND k.id = $6
            LEFT JOIN asset_databases d ON d.tenant_id = me.tenant_id AND d.id = $7""";

    Uni<References> find(
            Tx tx,
            @Nullable ReferenceKey category,
            @Nullable ReferenceKey location,
            @Nullable UUID client,
            String database) {
        return tx.sql(
                        FIND,
                        tx.tenant(),
                        id(category),
                        number(category),
                        id(location),
                        number(location),
                        client,
                        database)
                .map(rows -> references(rows.iterator().next()));
    }

    private static References references(Row row) {
        return new References(
                AssetRows.reference(row, "category_id", "category"),
                AssetRows.reference(row, "location_id", "location"),
                AssetRows.client(row),
                row.getBoolean("database_exists"));
    }

    private static @Nullable UUID id(@Nullable ReferenceKey key) {
        return key == null ? null : key.id();
    }

    private static @Nullable Long number(@Nullable ReferenceKey key) {
        return key == null ? null : key.number();
    }
}
