package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.copy.UnknownEnd.TaggedAsset;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the owners of assets and tickets, with the caller's own token. */
@ApplicationScoped
class Owners {

    private static final Logger LOG = Logger.getLogger(Owners.class);
    private static final int NOT_FOUND = 404;
    private static final int RETRY_SECONDS = 2;

    private final AssetsOwner assetsOwner;
    private final TicketsOwner ticketsOwner;
    private final AssetCopies assets;
    private final TicketCopies tickets;
    private final CurrentRequest request;
    private final CurrentVertxRequest http;

    Owners(
            @RestClient AssetsOwner assetsOwner,
            @RestClient TicketsOwner ticketsOwner,
            AssetCopies assets,
            TicketCopies tickets,
            CurrentRequest request,
            CurrentVertxRequest http) {
        this.assetsOwner = assetsOwner;
        this.ticketsOwner = ticketsOwner;
        this.assets = assets;
        this.tickets = tickets;
        this.request = request;
        this.http = http;
    }

    /** Null when the owner knows no such end. */
    Uni<@Nullable Found> ask(End end) {
        Uni<Found> answer = end.kind() == End.Kind.ASSET ? askForAsset(end) : askForTicket(end);
        return answer.onFailure().recoverWithUni(failure -> explain(end.kind(), end.id(), failure));
    }

    /** Null when the owner knows no such asset. */
    Uni<@Nullable Found> ask(TaggedAsset asset) {
        return assetsOwner
                .findTagged(token(), request.requestId(), asset.databaseId(), asset.tag())
                .map(this::found)
                .onFailure()
                .recoverWithUni(failure -> explain(End.Kind.ASSET, asset.tag(), failure));
    }

    private Uni<Found> askForAsset(End end) {
        return assetsOwner.find(token(), request.requestId(), end.id()).map(this::found);
    }

    private Uni<Found> askForTicket(End end) {
        return ticketsOwner
                .find(token(), request.requestId(), end.id())
                .map(found -> new Found(end, tx -> tickets.store(tx, found.after(), found.version())));
    }

    private Found found(AssetsOwner.Asset asset) {
        return new Found(End.asset(asset.after().assetId()), tx -> assets.store(tx, asset.after(), asset.version()));
    }

    private String token() {
        return http.getCurrent().request().getHeader("Authorization");
    }

    private static <T> Uni<@Nullable T> explain(End.Kind kind, Object name, Throwable failure) {
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == NOT_FOUND) {
            return Uni.createFrom().nullItem();
        }
        LOG.warnf("The owner of %s %s cannot be asked: %s", kind.text(), name, failure);
        return Uni.createFrom()
                .failure(Problem.unavailable("The " + kind.text() + " cannot be looked up now", RETRY_SECONDS));
    }

    /**
     * What an owner knows.
     *
     * @param store keeps it as the copy
     */
    record Found(End end, Function<Tx, Uni<Void>> store) {}
}
