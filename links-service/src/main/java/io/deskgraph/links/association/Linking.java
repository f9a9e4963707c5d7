package io.deskgraph.links.association;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.copy.LookUps;
import io.deskgraph.links.copy.LostToADeletion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;

/** The course of a request that makes or ends a link, the same for both sides but for the envelope. */
@ApplicationScoped
class Linking {

    private final AssociationService associations;
    private final Mutations mutations;
    private final LookUps lookUps;
    private final ETags tags;
    private final AssetAccess access;

    Linking(AssociationService associations, Mutations mutations, LookUps lookUps, ETags tags, AssetAccess access) {
        this.access = access;
        this.associations = associations;
        this.mutations = mutations;
        this.lookUps = lookUps;
        this.tags = tags;
    }

    Uni<Response> link(ObjectNode body, NewLink wanted, String location, Function<Rendered, Object> envelope) {
        AssetRights rights = access.ofCaller();
        return lookUps.learning(() -> LostToADeletion.again(mutations.post(
                body, tx -> associations.link(tx, rights, wanted).map(link -> created(link, location, envelope)))));
    }

    Uni<Response> unlink(UUID assetId, UUID ticketId) {
        AssetRights rights = access.ofCaller();
        return mutations.change(
                tx -> associations.unlink(tx, rights, assetId, ticketId).map(done -> Answer.noContent()));
    }

    private Answer created(TicketAssetLinkState link, String location, Function<Rendered, Object> envelope) {
        Rendered view = tags.render(link.version(), LinkView.of(link));
        return Answer.created(location, envelope.apply(view)).tagged(view.tag());
    }
}
