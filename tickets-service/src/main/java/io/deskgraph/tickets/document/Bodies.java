package io.deskgraph.tickets.document;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * The bodies of the exchange at hand. The request's is held back until somebody reads it; when the request is refused
 * before that, a short rest is read and dropped, so that the connection can be used again; with a long one it ends.
 */
@ApplicationScoped
class Bodies {

    private static final long SHORT = 1024 * 1024;
    private static final long LINGER_MILLIS = 2_000;

    private final CurrentVertxRequest http;
    private final UploadReader reader;
    private final Vertx vertx;

    Bodies(CurrentVertxRequest http, UploadReader reader, Vertx vertx) {
        this.http = http;
        this.reader = reader;
        this.vertx = vertx;
    }

    Uni<Response> hold(Function<HttpServerRequest, Uni<Response>> work) {
        RoutingContext exchange = http.getCurrent();
        HttpServerRequest request = exchange.request().pause();
        return Uni.createFrom()
                .deferred(() -> {
                    reader.check(request);
                    return work.apply(request);
                })
                .onFailure()
                .invoke(refused -> drop(exchange, request));
    }

    /** An answer that streams is sent in chunks; where its length is known the length is sent instead. */
    void tellLength() {
        RoutingContext exchange = http.getCurrent();
        MultiMap headers = exchange.response().headers();
        exchange.addHeadersEndHandler(complete -> {
            if (headers.contains("Content-Length")) {
                headers.remove("Transfer-Encoding");
            }
        });
    }

    /** A sender that is still sending must get to read the answer before the connection is cut. */
    private void drop(RoutingContext exchange, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long length = UploadReader.length(request);
        request.handler(rest -> {});
        request.resume();
        if (length < 0 || length > SHORT) {
            exchange.response().putHeader("Connection", "close");
            exchange.addEndHandler(answered -> vertx.setTimer(LINGER_MILLIS, late -> close(request)));
        }
    }

    private static void close(HttpServerRequest request) {
        var unused = request.connection().close();
    }
}
