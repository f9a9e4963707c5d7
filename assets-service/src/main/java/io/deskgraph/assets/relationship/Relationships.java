package io.deskgraph.assets.relationship;

import io.deskgraph.assets.asset.AssetGuard;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.policy.AssetColumns;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The relationships of one asset, newest first, without those whose other end is gone or not for the caller. */
@Singleton
public class Relationships {

    private static final String OF_ASSET = """
            SELECT r.id, r.relationship_type, r.created_at, o.id AS other_id, o.asset_tag, o.name, o.asset_type,
                   o.status, CASE WHEN r.from_asset_id = $2 THEN 'child' ELSE 'parent' END AS direction
            FROM asset_link_copies r
            JOIN assets o ON o.tenant_id = r.tenant_id
                AND o.id = CASE WHEN r.from_asset_id = $2 THEN r.to_asset_id ELSE r.from_asset_id END
            WHERE r.tenant_id = $1 AND (r.from_asset_id = $2 OR r.to_asset_id = $2) AND %s
            ORDER BY r.created_at DESC, r.id DESC""";

    private static final AssetColumns OTHER_END = AssetColumns.of("o", "id");

    private final Transactions transactions;
    private final CurrentRequest request;
    private final AssetGuard guard;

    Relationships(Transactions transactions, CurrentRequest request, AssetGuard guard) {
        this.guard = guard;
        this.transactions = transactions;
        this.request = request;
    }

    public Uni<List<Relationship>> of(UUID asset) {
        List<Object> arguments = new ArrayList<>(List.of(request.tenantId(), asset));
        String visible = guard.condition(OTHER_END, value -> {
            arguments.add(value);
            return "$" + arguments.size();
        });
        return transactions
                .read(OF_ASSET.formatted(visible), arguments.toArray())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> relationship(asset, row))
                        .toList());
    }

    private static Relationship relationship(UUID asset, Row row) {
        return new Relationship(
                row.getUUID("id"),
                asset,
                row.getUUID("other_id"),
                row.getString("relationship_type"),
                row.getString("direction"),
                row.getString("asset_tag"),
                row.getString("name"),
                row.getString("asset_type"),
                row.getString("status"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
