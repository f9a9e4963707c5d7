package io.deskgraph.links.impact;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.copy.End;
import io.deskgraph.links.copy.LookUps;
import io.deskgraph.links.copy.UnknownEnd;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads everything around an asset in one statement. */
@ApplicationScoped
class ImpactQuery {

    /** More assets than are shown, so that what may not be seen leaves room for what may. */
    private static final int SPARE = 2;

    private static final int MAX_EDGES = 50_000;

    private final Transactions transactions;
    private final LookUps lookUps;
    private final CurrentRequest request;

    ImpactQuery(Transactions transactions, LookUps lookUps, CurrentRequest request) {
        this.transactions = transactions;
        this.lookUps = lookUps;
        this.request = request;
    }

    /** @param tickets whether open tickets are to be counted */
    Uni<Surroundings> around(UUID asset, ImpactRequest wanted, boolean tickets, Problem noAsset) {
        int cap = SPARE * wanted.maxNodes();
        List<String> types = wanted.types();
        return lookUps.learning(() -> transactions
                .read(
                        ImpactSql.AROUND,
                        request.tenantId(),
                        asset,
                        wanted.down(),
                        types == null ? null : types.toArray(String[]::new),
                        wanted.depth(),
                        cap,
                        MAX_EDGES + 1,
                        tickets)
                .map(rows -> surroundings(rows, cap, UnknownEnd.of(End.asset(asset), noAsset))));
    }

    private static Surroundings surroundings(RowSet<Row> rows, int cap, UnknownEnd unknown) {
        if (rows.rowCount() == 0) {
            throw unknown;
        }
        Map<UUID, Surroundings.Found> assets = new HashMap<>();
        List<ImpactEdge> edges = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("link_id") == null) {
                AssetCard card = AssetCard.of(row, "");
                assets.put(card.id(), new Surroundings.Found(card, tickets(row.getString("open_tickets"))));
            } else {
                edges.add(edge(row));
            }
        }
        return new Surroundings(assets, edges, assets.size() > cap || edges.size() > MAX_EDGES);
    }

    private static ImpactEdge edge(Row row) {
        return new ImpactEdge(
                row.getUUID("link_id"),
                row.getUUID("from_asset_id"),
                row.getUUID("to_asset_id"),
                row.getString("relationship_type"),
                row.getString("alias"));
    }

    private static @Nullable Map<String, Integer> tickets(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonObject counts = new JsonObject(json);
        Map<String, Integer> byPriority = new TreeMap<>();
        counts.forEach(count -> byPriority.put(count.getKey(), counts.getInteger(count.getKey())));
        return byPriority;
    }
}
