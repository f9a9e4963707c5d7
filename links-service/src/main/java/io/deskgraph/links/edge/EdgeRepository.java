package io.deskgraph.links.edge;

import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes edges. The locks let one statement see whatever was made before; the constraints stand behind them. */
@ApplicationScoped
class EdgeRepository {

    /** One parentChild edge of a tenant after the other; of other types, one edge of a pair after the other. */
    private static final String LOCK_TREE = "SELECT pg_advisory_xact_lock(hashtextextended('tree/' || $1, 0))";

    private static final String LOCK_PAIR =
            "SELECT pg_advisory_xact_lock(hashtextextended('pair/' || $1 || $2 || $3, 0))";

    /** Looks for loops upwards from the parent-to-be: there is less above an asset than below it. */
    private static final String INSERT = """
            WITH RECURSIVE above AS (
                SELECT $3::uuid AS asset_id WHERE $5::text = 'parentChild'
                UNION
                SELECT l.from_asset_id
                FROM above JOIN asset_links l ON l.tenant_id = $1 AND l.to_asset_id = above.asset_id
                    AND l.relationship_type = 'parentChild'),
            refusal AS MATERIALIZED (
                SELECT CASE
                    WHEN $11::boolean AND EXISTS (SELECT FROM asset_links
                        WHERE tenant_id = $1 AND from_asset_id = $3 AND to_asset_id = $4) THEN 'duplicate'
                    WHEN $5 = 'parentChild' AND EXISTS (SELECT FROM asset_links
                        WHERE tenant_id = $1 AND from_asset_id = $4 AND to_asset_id = $3
                            AND relationship_type = 'parentChild') THEN 'reversed'
                    WHEN EXISTS (SELECT FROM above WHERE asset_id = $4) THEN 'cycle'
                END AS verdict),
            made AS (
                INSERT INTO asset_links (tenant_id, link_id, from_asset_id, to_asset_id, relationship_type, alias, tags,
                                         created_by, created_at, updated_by, updated_at, version)
                SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9, $10 FROM refusal WHERE verdict IS NULL
                ON CONFLICT DO NOTHING
                RETURNING link_id)
            SELECT coalesce(verdict, CASE WHEN EXISTS (SELECT FROM made) THEN 'made' ELSE 'duplicate' END) AS verdict
            FROM refusal""";

    private static final String LOCK_EDGE = EdgeRows.EDGE + " FOR UPDATE OF l";

    private static final String UPDATE = """
            UPDATE asset_links SET alias = $3, tags = $4, updated_by = $5, updated_at = $6, version = $7
            WHERE tenant_id = $1 AND link_id = $2""";

    private static final String DELETE = "DELETE FROM asset_links WHERE tenant_id = $1 AND link_id = $2";

    /** In one order, because the deletions of two assets meet at the edges between them. */
    private static final String DELETE_OF_ASSET = """
            WITH doomed AS MATERIALIZED (
                SELECT link_id FROM asset_links
                WHERE tenant_id = $1 AND (from_asset_id = $2 OR to_asset_id = $2)
                ORDER BY link_id FOR UPDATE)
            DELETE FROM asset_links l USING doomed
            WHERE l.tenant_id = $1 AND l.link_id = doomed.link_id
            RETURNING\s""" + EdgeRows.COLUMNS;

    /** Waits for others who make an edge that could stand against this one. */
    Uni<Void> lock(Tx tx, NewEdge edge) {
        boolean tree = edge.type().equals(EdgeTypes.PARENT_CHILD);
        return tree ? tx.sql(LOCK_TREE, tx.tenant().toString()).chain(() -> lockPair(tx, edge)) : lockPair(tx, edge);
    }

    Uni<Made.Verdict> insert(Tx tx, AssetLinkState edge, boolean onlyOfPair) {
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        edge.linkId(),
                        edge.fromAssetId(),
                        edge.toAssetId(),
                        edge.relationshipType(),
                        edge.alias(),
                        edge.tags().toArray(String[]::new),
                        edge.createdBy(),
                        time(edge.createdAt()),
                        (int) edge.version(),
                        onlyOfPair)
                .map(EdgeRepository::verdict);
    }

    /** Null when there is none. */
    Uni<@Nullable Edge> lock(Tx tx, UUID linkId) {
        return tx.sql(LOCK_EDGE, tx.tenant(), linkId)
                .map(found -> found.rowCount() == 0
                        ? null
                        : EdgeRows.edge(found.iterator().next()));
    }

    Uni<Void> update(Tx tx, AssetLinkState edge, UUID by) {
        return tx.sql(
                        UPDATE,
                        tx.tenant(),
                        edge.linkId(),
                        edge.alias(),
                        edge.tags().toArray(String[]::new),
                        by,
                        time(edge.updatedAt()),
                        (int) edge.version())
                .replaceWithVoid();
    }

    /** The metadata goes with it. */
    Uni<Void> delete(Tx tx, UUID linkId) {
        return tx.sql(DELETE, tx.tenant(), linkId).replaceWithVoid();
    }

    Uni<List<AssetLinkState>> deleteOf(Tx tx, UUID assetId) {
        return tx.sql(DELETE_OF_ASSET, tx.tenant(), assetId)
                .map(rows -> rows.stream().map(EdgeRows::state).toList());
    }

    private static Uni<Void> lockPair(Tx tx, NewEdge edge) {
        boolean ordered = edge.from().compareTo(edge.to()) < 0;
        UUID one = ordered ? edge.from() : edge.to();
        UUID other = ordered ? edge.to() : edge.from();
        return tx.sql(LOCK_PAIR, tx.tenant().toString(), one.toString(), other.toString())
                .replaceWithVoid();
    }

    private static Made.Verdict verdict(RowSet<Row> rows) {
        String verdict = rows.iterator().next().getString("verdict");
        return Made.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
