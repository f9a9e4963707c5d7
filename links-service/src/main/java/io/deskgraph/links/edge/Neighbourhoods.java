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
import java.util.List;
import java.util.UUID;

/** Reads what an asset is linked with, the newest edge first, in one statement. */
@ApplicationScoped
public class Neighbourhoods {

    private static final String OF_ASSET =
            """
            SELECT l.link_id, l.relationship_type, l.alias, l.created_at, l.outgoing,
            %s,
            %s
            FROM asset_copies r
            LEFT JOIN LATERAL (
                SELECT link_id, relationship_type, alias, created_at, true AS outgoing, to_asset_id AS other_id
                FROM asset_links WHERE tenant_id = $1 AND from_asset_id = r.asset_id
                UNION ALL
                SELECT link_id, relationship_type, alias, created_at, false, from_asset_id
                FROM asset_links WHERE tenant_id = $1 AND to_asset_id = r.asset_id) l ON true
            LEFT JOIN asset_copies o ON o.tenant_id = $1 AND o.asset_id = l.other_id
            WHERE r.tenant_id = $1 AND r.asset_id = (%%ROOT%%)
            ORDER BY l.created_at DESC, l.link_id DESC""".formatted(AssetCard.columns("r", "root_"), AssetCard.columns("o", "other_"));

    private final Transactions transactions;
    private final LookUps lookUps;
    private final CurrentRequest request;

    Neighbourhoods(Transactions transactions, LookUps lookUps, CurrentRequest request) {
        this.transactions = transactions;
        this.lookUps = lookUps;
        this.request = request;
    }

    /** @param refusal what the client is told when there is no such asset */
    public Uni<Neighbourhood> of(UUID asset, Problem refusal) {
        return of(Root.of(asset, refusal));
    }

    /** @param refusal what the client is told when there is no such asset */
    public Uni<Neighbourhood> of(AssetRef asset, Problem refusal) {
        return of(Root.of(asset, refusal));
    }

    private Uni<Neighbourhood> of(Root root) {
        return lookUps.learning(() -> transactions
                .read(root.in(OF_ASSET), root.arguments(request.tenantId()))
                .map(rows -> new Neighbourhood(root.require(rows, "root_"), neighbours(rows))));
    }

    private static List<Neighbour> neighbours(RowSet<Row> rows) {
        return rows.stream()
                .filter(row -> row.getUUID("link_id") != null)
                .map(Neighbourhoods::neighbour)
                .toList();
    }

    private static Neighbour neighbour(Row row) {
        return new Neighbour(
                row.getUUID("link_id"),
                row.getString("relationship_type"),
                row.getString("alias"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getBoolean("outgoing"),
                AssetCard.of(row, "other_"));
    }
}
