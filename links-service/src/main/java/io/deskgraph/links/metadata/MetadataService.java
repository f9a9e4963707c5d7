package io.deskgraph.links.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.Edge;
import io.deskgraph.links.edge.EdgeService;
import io.deskgraph.links.edge.EdgeWrites;
import io.deskgraph.links.metadata.MetadataRepository.Written;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes metadata. The link is held meanwhile, and counts as changed when a key was. */
@ApplicationScoped
class MetadataService {

    static final Problem NO_LINK = Problem.notFound("Asset link not found");
    static final String NOT_ALLOWED = "Not authorized to %s metadata for this asset link";
    private static final List<Verb> REPLACING = List.of(Verb.PUT, Verb.POST, Verb.DELETE);

    private final EdgeService edges;
    private final EdgeWrites writes;
    private final MetadataRepository repository;
    private final CurrentRequest request;
    private final Clock clock;

    MetadataService(
            EdgeService edges, EdgeWrites writes, MetadataRepository repository, CurrentRequest request, Clock clock) {
        this.edges = edges;
        this.writes = writes;
        this.repository = repository;
        this.request = request;
        this.clock = clock;
    }

    Uni<Response> create(@Nullable UUID link, JsonNode body, MetadataWrite wanted) {
        return writes.post(body, (tx, access) -> find(tx, link)
                .invoke(edge -> require(edge.isOpenTo(access, Verb.POST), NOT_ALLOWED.formatted("create")))
                .chain(edge -> write(tx, edge, wanted)));
    }

    Uni<Response> update(@Nullable UUID link, IfMatch condition, MetadataWrite wanted) {
        return writes.change((tx, access) -> find(tx, link)
                .invoke(edge -> requireUpdate(access, edge, wanted.replaceAll()))
                .invoke(edge -> condition.require(edge.state().version()))
                .chain(edge -> write(tx, edge, wanted)));
    }

    Uni<Response> delete(@Nullable UUID link, IfMatch condition, List<String> keys) {
        return writes.change((tx, access) -> find(tx, link)
                .invoke(edge -> require(edge.isOpenTo(access, Verb.DELETE), NOT_ALLOWED.formatted("delete")))
                .invoke(edge -> condition.require(edge.state().version()))
                .chain(edge -> delete(tx, edge, keys)));
    }

    private Uni<Answer> write(Tx tx, Edge edge, MetadataWrite wanted) {
        Instant now = now();
        AssetLinkState link = edge.state();
        return repository
                .write(tx, link.linkId(), wanted, request.caller().userId(), now.atOffset(ZoneOffset.UTC))
                .invoke(MetadataService::requireRoom)
                .call(written -> tell(tx, link, written))
                .map(written -> Answer.ok(MetadataResults.written(wanted, written, now)));
    }

    private Uni<Answer> delete(Tx tx, Edge edge, List<String> keys) {
        AssetLinkState link = edge.state();
        return repository
                .delete(tx, link.linkId(), keys)
                .call(gone -> tell(tx, link, new Written(List.of(), List.of(), gone, 0)))
                .map(gone -> Answer.ok(MetadataResults.deleted(keys, gone, now())));
    }

    private Uni<Void> tell(Tx tx, AssetLinkState link, Written written) {
        return written.isNothing()
                ? Uni.createFrom().voidItem()
                : edges.metadataChanged(tx, link, written.keysBefore(), written.keysNow())
                        .replaceWithVoid();
    }

    private Uni<Edge> find(Tx tx, @Nullable UUID link) {
        Uni<@Nullable Edge> found = link == null ? Uni.createFrom().nullItem() : edges.lock(tx, link);
        return found.onItem().ifNull().failWith(NO_LINK);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireUpdate(AssetRights access, Edge edge, boolean replaceAll) {
        if (replaceAll) {
            require(
                    REPLACING.stream().allMatch(verb -> edge.isOpenTo(access, verb)),
                    "REPLACE_ALL requires PUT, POST, and DELETE permissions on both assets");
        } else {
            require(edge.isOpenTo(access, Verb.PUT), NOT_ALLOWED.formatted("update"));
        }
    }

    private static void requireRoom(Written written) {
        if (written.stored() > MetadataWrite.MAX_ITEMS && !written.added().isEmpty()) {
            throw Problem.invalid("VAMS General Error: Maximum 500 metadata records allowed per entity");
        }
    }

    static void require(boolean allowed, String refusal) {
        if (!allowed) {
            throw Problem.forbidden(refusal);
        }
    }
}
