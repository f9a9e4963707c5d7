package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.Edge;
import io.deskgraph.links.edge.EdgeService;
import io.deskgraph.links.edge.EdgeTypes;
import io.deskgraph.links.edge.EdgeWrites;
import io.deskgraph.links.edge.Ends;
import io.deskgraph.links.edge.Made;
import io.deskgraph.links.edge.NewEdge;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes of this API: that things exist is decided first, then who may, then the rules of the graph. */
@ApplicationScoped
class AssetLinkService {

    private static final Problem NO_ASSET = Problem.invalid("One or both assets do not exist");
    private static final String TAKEN =
            "Validation Error: A parent-child relationship already exists between these assets with provided alias";
    private static final String RELATED = "Validation Error: A relationship already exists between these assets";
    private static final String CYCLE =
            "Validation Error: Creating this parent-child relationship would create a cycle";

    private final EdgeService edges;
    private final EdgeWrites writes;
    private final Ends ends;
    private final ETags tags;

    AssetLinkService(EdgeService edges, EdgeWrites writes, Ends ends, ETags tags) {
        this.edges = edges;
        this.writes = writes;
        this.ends = ends;
        this.tags = tags;
    }

    Uni<Response> create(JsonNode body, LinkRequest wanted) {
        return writes.post(body, (tx, access) -> ends.find(tx, wanted.from(), NO_ASSET)
                .chain(from -> ends.find(tx, wanted.to(), NO_ASSET).chain(to -> create(tx, access, wanted, from, to))));
    }

    Uni<Response> update(@Nullable UUID linkId, IfMatch condition, LinkChange change) {
        return writes.change((tx, access) -> find(tx, linkId)
                .invoke(edge -> require(edge.isOpenTo(access, Verb.PUT), "Not authorized to update this asset link"))
                .invoke(edge -> condition.require(edge.state().version()))
                .invoke(edge -> check(edge, change))
                .chain(edge -> update(tx, edge, change)));
    }

    Uni<Response> delete(@Nullable UUID linkId, IfMatch condition) {
        return writes.change((tx, access) -> find(tx, linkId)
                .invoke(edge -> require(edge.isOpenTo(access, Verb.DELETE), "Not authorized to delete this asset link"))
                .invoke(edge -> condition.require(edge.state().version()))
                .chain(edge -> edges.delete(tx, edge.state()))
                .map(done -> Answer.ok(new Answers.Done("Asset link deleted successfully"))));
    }

    String tag(Edge edge, AssetLinkState state) {
        return tags.of(state.version(), Answers.Link.of(edge, state));
    }

    private Uni<Answer> create(Tx tx, AssetRights access, LinkRequest wanted, AssetCard from, AssetCard to) {
        LinkRequest.requireTwo(from.id(), to.id());
        require(access.allows(Verb.POST, from), "Not authorized to create links for the source asset");
        require(access.allows(Verb.POST, to), "Not authorized to create links for the target asset");
        NewEdge edge = new NewEdge(from.id(), to.id(), wanted.type(), wanted.alias(), wanted.tags(), false);
        return edges.create(tx, edge).map(made -> created(made, wanted.type(), from, to));
    }

    private Answer created(Made made, String type, AssetCard from, AssetCard to) {
        AssetLinkState state = made.state();
        if (state == null) {
            throw refusal(made.verdict(), type);
        }
        String id = state.linkId().toString();
        return Answer.ok(new Answers.Created(id, "Asset link created successfully"))
                .header("Location", "/asset-links/single/" + id)
                .tagged(tag(new Edge(state, from, to), state));
    }

    private Uni<Answer> update(Tx tx, Edge edge, LinkChange change) {
        AssetLinkState before = edge.state();
        return edges.update(tx, before, change.aliasOver(before.alias()), change.tagsOver(before.tags()))
                .onFailure(AssetLinkService::isTaken)
                .transform(taken -> Problem.invalid(TAKEN))
                .map(after -> Answer.ok(new Answers.Done("Asset link updated successfully"))
                        .tagged(tag(edge, after)));
    }

    private Uni<Edge> find(Tx tx, @Nullable UUID linkId) {
        Uni<@Nullable Edge> found = linkId == null ? Uni.createFrom().nullItem() : edges.lock(tx, linkId);
        return found.onItem().ifNull().failWith(Names.NO_LINK);
    }

    private static void check(Edge edge, LinkChange change) {
        if (change.alias() != null && !edge.isParentChild()) {
            throw Names.invalid("assetLinkAliasId", "Validation Error: " + LinkRequest.ONLY_PARENT_CHILD);
        }
    }

    private static Problem refusal(Made.Verdict verdict, String type) {
        String taken = type.equals(EdgeTypes.PARENT_CHILD) ? TAKEN : RELATED;
        return Problem.invalid(verdict == Made.Verdict.CYCLE ? CYCLE : taken);
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException refused && "23505".equals(refused.getSqlState());
    }

    private static void require(boolean allowed, String refusal) {
        if (!allowed) {
            throw Problem.forbidden(refusal);
        }
    }
}
