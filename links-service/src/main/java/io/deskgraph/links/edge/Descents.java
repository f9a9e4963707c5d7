package io.deskgraph.links.edge;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.copy.LookUps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads an asset with all that is below it in one statement, and no more of it than fits. */
@ApplicationScoped
public class Descents {

    /** Twice what a tree shows, so that what the caller may not see leaves room for what it may. */
    static final int MAX_EDGES = 20_000;

    /** Up to here the walk stops by itself; deeper, it visits each asset once and the reader of the rows stops. */
    private static final int COUNTED_DEPTH = 20;

    /**
     * The walk is breadth first and stops when enough was taken from it. $4 is how much deeper a step counts, $5 where
     * it ends: without a bound a step counts nothing, so that an asset is one row however it is reached.
     */
    private static final String WALK = """
            WITH RECURSIVE root AS MATERIALIZED (%%ROOT%%),
            walk (asset_id, depth) AS (
                SELECT asset_id, 0 FROM root
                UNION
                SELECT l.to_asset_id, walk.depth + $4::integer
                FROM walk JOIN asset_links l ON l.tenant_id = $1 AND l.from_asset_id = walk.asset_id
                    AND l.relationship_type = 'parentChild'
                WHERE walk.depth < $5::integer),
            visited AS MATERIALIZED (
                SELECT DISTINCT asset_id FROM (SELECT asset_id FROM walk WHERE depth < $5 LIMIT $6) AS taken),
            edge AS (
                (SELECT l.link_id, l.from_asset_id, l.to_asset_id AS far_id, l.relationship_type, l.alias,
                        l.created_at, 'below' AS place
                 FROM visited JOIN asset_links l ON l.tenant_id = $1 AND l.from_asset_id = visited.asset_id
                     AND l.relationship_type = 'parentChild'
                 LIMIT $6)
                UNION ALL
                SELECT l.link_id, l.from_asset_id, l.to_asset_id, l.relationship_type, l.alias, l.created_at, 'out'
                FROM root JOIN asset_links l ON l.tenant_id = $1 AND l.from_asset_id = root.asset_id
                    AND l.relationship_type <> 'parentChild'
                UNION ALL
                SELECT l.link_id, l.from_asset_id, l.from_asset_id, l.relationship_type, l.alias, l.created_at, 'in'
                FROM root JOIN asset_links l ON l.tenant_id = $1 AND l.to_asset_id = root.asset_id
                UNION ALL
                SELECT NULL, NULL, root.asset_id, NULL, NULL, NULL, 'root' FROM root)
            SELECT e.link_id, e.from_asset_id, e.relationship_type, e.alias, e.created_at, e.place,
            %s
            FROM edge e JOIN asset_copies o ON o.tenant_id = $1 AND o.asset_id = e.far_id""".formatted(AssetCard.columns("o", "far_"));

    private final Transactions transactions;
    private final LookUps lookUps;
    private final CurrentRequest request;

    Descents(Transactions transactions, LookUps lookUps, CurrentRequest request) {
        this.transactions = transactions;
        this.lookUps = lookUps;
        this.request = request;
    }

    /**
     * @param maxDepth how far down at least; what is deeper may be there too
     * @param refusal what the client is told when there is no such asset
     */
    public Uni<Descent> of(AssetRef asset, int maxDepth, Problem refusal) {
        Root root = Root.of(asset, refusal);
        boolean counted = maxDepth <= COUNTED_DEPTH;
        return lookUps.learning(() -> transactions
                .read(
                        root.in(WALK),
                        root.arguments(request.tenantId(), counted ? 1 : 0, counted ? maxDepth : 1, MAX_EDGES + 1))
                .map(rows -> descent(root, rows)));
    }

    private static Descent descent(Root root, RowSet<Row> rows) {
        AssetCard top = null;
        List<Neighbour> beside = new ArrayList<>();
        Map<UUID, List<ChildEdge>> below = new HashMap<>();
        int edges = 0;
        for (Row row : rows) {
            switch (row.getString("place")) {
                case "root" -> top = AssetCard.of(row, "far_");
                case "below" -> {
                    ChildEdge edge = child(row);
                    below.computeIfAbsent(edge.parent(), parent -> new ArrayList<>())
                            .add(edge);
                    edges++;
                }
                default -> beside.add(neighbour(row));
            }
        }
        return new Descent(new Neighbourhood(root.require(top), beside), below, edges > MAX_EDGES);
    }

    private static ChildEdge child(Row row) {
        return new ChildEdge(
                row.getUUID("link_id"),
                row.getUUID("from_asset_id"),
                row.getString("alias"),
                AssetCard.of(row, "far_"));
    }

    private static Neighbour neighbour(Row row) {
        return new Neighbour(
                row.getUUID("link_id"),
                row.getString("relationship_type"),
                row.getString("alias"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("place").equals("out"),
                AssetCard.of(row, "far_"));
    }
}
