package io.deskgraph.links.metadata;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.Edge;
import io.deskgraph.links.edge.EdgeRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads all the metadata of a link, the last key first. */
@ApplicationScoped
class MetadataReads {

    private static final String OF_LINK = """
            SELECT e.*, m.key, m.value, m.value_type
            FROM (%s) AS e
            LEFT JOIN asset_link_metadata m ON m.tenant_id = $1 AND m.link_id = $2
            ORDER BY m.key COLLATE "C" DESC""".formatted(EdgeRows.EDGE);

    private final Transactions transactions;
    private final CurrentRequest request;
    private final AssetAccess access;
    private final ETags tags;

    MetadataReads(Transactions transactions, CurrentRequest request, AssetAccess access, ETags tags) {
        this.transactions = transactions;
        this.request = request;
        this.access = access;
        this.tags = tags;
    }

    Uni<Response> of(@Nullable UUID link) {
        if (link == null) {
            return Uni.createFrom().failure(MetadataService.NO_LINK);
        }
        AssetRights rights = access.ofCaller();
        return transactions.read(OF_LINK, request.tenantId(), link).map(rows -> answer(rights, link, rows));
    }

    private Response answer(AssetRights rights, UUID link, RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw MetadataService.NO_LINK;
        }
        Edge edge = EdgeRows.edge(rows.iterator().next());
        MetadataService.require(edge.isOpenTo(rights, Verb.GET), MetadataService.NOT_ALLOWED.formatted("view"));
        List<MetadataView.Item> items = rows.stream()
                .filter(row -> row.getString("key") != null)
                .map(row -> MetadataView.Item.of(link, row))
                .toList();
        Rendered view = tags.render(edge.state().version(), MetadataView.of(items));
        return Response.ok(view).header("ETag", view.tag()).build();
    }
}
