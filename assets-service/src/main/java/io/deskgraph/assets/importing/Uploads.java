package io.deskgraph.assets.importing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Takes in files. */
@Singleton
class Uploads {

    private final Vertx vertx;
    private final ImportConfig config;

    Uploads(Vertx vertx, ImportConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Needs no thread while the client sends, and no memory to speak of. */
    Uni<Upload> receive(RoutingContext exchange) {
        return Uni.createFrom().emitter(received -> new Reception(vertx, exchange, config.limit(), received).begin());
    }

    Uni<Void> discard(Upload upload) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.fileSystem().delete(upload.path().toString()).toCompletionStage())
                .onFailure()
                .recoverWithNull();
    }
}
