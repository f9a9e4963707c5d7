package io.deskgraph.links.relationship;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.Edge;
import io.deskgraph.links.edge.EdgeService;
import io.deskgraph.links.edge.EdgeWrites;
import io.deskgraph.links.edge.Ends;
import io.deskgraph.links.edge.Made;
import io.deskgraph.links.edge.NewEdge;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The rules of relationships: what may not be read is not there, what may be read but not changed is refused. */
@ApplicationScoped
class RelationshipService {

    static final Problem NO_ASSET = Problem.notFound("Asset not found");
    private static final Problem NO_RELATED_ASSET = Problem.notFound("Related asset not found");
    private static final Problem NO_RELATIONSHIP = Problem.notFound("Asset relationship not found");
    private static final String NOT_ALLOWED = "Permission denied: Cannot update asset";
    private static final String CYCLE = "Creating this relationship would create a cycle";

    private final EdgeService edges;
    private final EdgeWrites writes;
    private final Ends ends;
    private final ETags tags;
    private final Clock clock;

    RelationshipService(EdgeService edges, EdgeWrites writes, Ends ends, ETags tags, Clock clock) {
        this.edges = edges;
        this.writes = writes;
        this.ends = ends;
        this.tags = tags;
        this.clock = clock;
    }

    Uni<Response> create(UUID asset, ObjectNode body, RelationshipRequest wanted) {
        if (asset.equals(wanted.relatedAssetId())) {
            throw Problem.invalid("Cannot create relationship with self");
        }
        NewEdge edge = new NewEdge(asset, wanted.relatedAssetId(), wanted.relationshipType(), null, List.of(), true);
        return writes.post(body, (tx, rights) -> require(tx, rights, edge)
                .chain(() -> edges.create(tx, edge))
                .map(this::created));
    }

    Uni<Response> delete(UUID relationship, IfMatch condition) {
        return writes.change((tx, rights) -> edges.lock(tx, relationship)
                .onItem()
                .ifNull()
                .failWith(NO_RELATIONSHIP)
                .invoke(edge -> require(rights, edge))
                .invoke(edge -> condition.require(edge.state().version()))
                .chain(edge -> edges.delete(tx, edge.state()))
                .map(done -> Answer.noContent()));
    }

    private Uni<Void> require(Tx tx, AssetRights rights, NewEdge edge) {
        return ends.find(tx, edge.from(), NO_ASSET)
                .invoke(from -> requireSeen(rights, from, NO_ASSET))
                .chain(from -> ends.find(tx, edge.to(), NO_RELATED_ASSET)
                        .invoke(to -> requireSeen(rights, to, NO_RELATED_ASSET))
                        .invoke(to -> requireChange(rights.allows(Verb.PUT, from) && rights.allows(Verb.PUT, to))))
                .replaceWithVoid();
    }

    private static void require(AssetRights rights, Edge edge) {
        if (!edge.isOpenTo(rights, Verb.GET)) {
            throw NO_RELATIONSHIP;
        }
        requireChange(edge.isOpenTo(rights, Verb.PUT));
    }

    private Answer created(Made made) {
        AssetLinkState state = made.state();
        if (state == null) {
            throw made.verdict() == Made.Verdict.DUPLICATE
                    ? Problem.conflict("Relationship already exists")
                    : Problem.invalid(CYCLE);
        }
        Rendered view = tags.render(state.version(), RelationshipView.of(state));
        return Answer.created("/api/v1/assets/relationships/" + state.linkId(), AssetEnvelope.of(view, clock))
                .tagged(view.tag());
    }

    private static void requireSeen(AssetRights rights, AssetCard asset, Problem refusal) {
        if (!rights.allows(Verb.GET, asset)) {
            throw refusal;
        }
    }

    private static void requireChange(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden(NOT_ALLOWED);
        }
    }
}
