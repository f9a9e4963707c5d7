package io.deskgraph.links.relationship;

import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.Neighbourhood;
import io.deskgraph.links.edge.Neighbourhoods;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The relationships of an asset, as far as the caller may see their other ends. */
@ApplicationScoped
class RelationshipList {

    private final Neighbourhoods neighbourhoods;
    private final AssetAccess access;
    private final CurrentRequest request;

    RelationshipList(Neighbourhoods neighbourhoods, AssetAccess access, CurrentRequest request) {
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        this.request = request;
    }

    Uni<List<ListedRelationship>> of(UUID asset) {
        AssetRights rights = access.ofCaller();
        return neighbourhoods.of(asset, RelationshipService.NO_ASSET).map(found -> visible(rights, found));
    }

    private List<ListedRelationship> visible(AssetRights rights, Neighbourhood found) {
        if (!rights.allows(Verb.GET, found.asset())) {
            throw RelationshipService.NO_ASSET;
        }
        return found.neighbours().stream()
                .filter(neighbour -> rights.allows(Verb.GET, neighbour.other()))
                .map(neighbour ->
                        ListedRelationship.of(request.tenantId(), found.asset().id(), neighbour))
                .toList();
    }
}
