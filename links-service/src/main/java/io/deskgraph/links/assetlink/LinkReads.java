package io.deskgraph.links.assetlink;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one link. */
@ApplicationScoped
class LinkReads {

    private final Transactions transactions;
    private final CurrentRequest request;
    private final AssetAccess access;
    private final ETags tags;

    LinkReads(Transactions transactions, CurrentRequest request, AssetAccess access, ETags tags) {
        this.transactions = transactions;
        this.request = request;
        this.access = access;
        this.tags = tags;
    }

    Uni<Response> single(@Nullable UUID linkId) {
        if (linkId == null) {
            return Uni.createFrom().failure(Names.NO_LINK);
        }
        AssetRights rights = access.ofCaller();
        return transactions
                .read(EdgeRows.EDGE, request.tenantId(), linkId)
                .map(LinkReads::edge)
                .invoke(edge -> require(edge.isOpenTo(rights, Verb.GET)))
                .map(this::answer);
    }

    private Response answer(Edge edge) {
        Answers.Link link = Answers.Link.of(edge);
        return Response.ok(new Answers.Single(link, LinkList.SUCCESS))
                .header("ETag", tags.of(edge.state().version(), link))
                .build();
    }

    private static Edge edge(RowSet<Row> found) {
        if (found.rowCount() == 0) {
            throw Names.NO_LINK;
        }
        return EdgeRows.edge(found.iterator().next());
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden("Not authorized to view this asset link");
        }
    }
}
