package io.deskgraph.links.edge;

import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.links.access.AssetCard;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads edges from rows. */
public final class EdgeRows {

    public static final String COLUMNS = """
            l.tenant_id, l.link_id, l.from_asset_id, l.to_asset_id, l.relationship_type, l.alias, l.tags, l.created_by,
            l.created_at, l.updated_at, l.version""";

    /** An edge and both of its ends, to be read with {@link #edge}. */
    public static final String EDGE =
            """
            SELECT %s,
            %s,
            %s
            FROM asset_links l
            JOIN asset_copies f ON f.tenant_id = $1 AND f.asset_id = l.from_asset_id
            JOIN asset_copies t ON t.tenant_id = $1 AND t.asset_id = l.to_asset_id
            WHERE l.tenant_id = $1 AND l.link_id = $2""".formatted(COLUMNS, AssetCard.columns("f", "from_end_"), AssetCard.columns("t", "to_end_"));

    private EdgeRows() {}

    public static Edge edge(Row row) {
        return new Edge(state(row), AssetCard.of(row, "from_end_"), AssetCard.of(row, "to_end_"));
    }

    static AssetLinkState state(Row row) {
        return new AssetLinkState(
                row.getUUID("tenant_id"),
                row.getUUID("link_id"),
                row.getUUID("from_asset_id"),
                row.getUUID("to_asset_id"),
                row.getString("relationship_type"),
                row.getString("alias"),
                List.of(row.getArrayOfStrings("tags")),
                row.getUUID("created_by"),
                time(row, "created_at").toInstant(),
                time(row, "updated_at").toInstant(),
                row.getInteger("version"));
    }

    private static OffsetDateTime time(Row row, String column) {
        return row.getOffsetDateTime(column);
    }
}
