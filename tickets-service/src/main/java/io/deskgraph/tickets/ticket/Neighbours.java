package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** What is asked of other services, with the caller's own token. */
@ApplicationScoped
class Neighbours {

    private static final Logger LOG = Logger.getLogger(Neighbours.class);
    private static final int NOT_FOUND = 404;
    private static final int RETRY_SECONDS = 2;

    private final AssetsOwner assets;
    private final LinksOwner links;
    private final CurrentRequest request;
    private final CurrentVertxRequest http;

    Neighbours(
            @RestClient AssetsOwner assets,
            @RestClient LinksOwner links,
            CurrentRequest request,
            CurrentVertxRequest http) {
        this.assets = assets;
        this.links = links;
        this.request = request;
        this.http = http;
    }

    /** 404 where the owner does not know the asset either, 503 where it cannot be asked. */
    Uni<Void> requireAsset(UUID asset) {
        return assets.find(token(), request.requestId(), asset)
                .onFailure()
                .transform(failure -> explain(asset, failure))
                .replaceWithVoid();
    }

    /** Has the link made at once. Where that fails it is made a little later, when the ticket's event arrives. */
    Uni<Void> linkNow(UUID ticket, UUID asset) {
        return links.link(token(), request.requestId(), new LinksOwner.Pair(ticket, asset))
                .onFailure()
                .invoke(failure -> LOG.infof("Ticket %s is linked by its event: %s", ticket, failure))
                .onFailure()
                .recoverWithNull();
    }

    private String token() {
        return http.getCurrent().request().getHeader("Authorization");
    }

    private static Problem explain(UUID asset, Throwable failure) {
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == NOT_FOUND) {
            return Problem.notFound("Asset not found");
        }
        LOG.warnf("The owner of asset %s cannot be asked: %s", asset, failure);
        return Problem.unavailable("The asset cannot be looked up now", RETRY_SECONDS);
    }
}
