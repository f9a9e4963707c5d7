package io.deskgraph.gateway.test;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service behind the gateway, for as long as a test wants it to listen. */
public final class Peer implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    private Peer(int port, Handler<HttpServerRequest> handler) {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setMaxHeaderSize(64 * 1024).setMaxInitialLineLength(64 * 1024))
                .requestHandler(handler);
        try {
            server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            close();
            throw e;
        }
    }

    /** @param service {@code tickets}, {@code assets} or {@code links} */
    public static Peer at(String service, Handler<HttpServerRequest> handler) {
        return new Peer(port(service), handler);
    }

    /** A further replica of a service. */
    public static Peer on(int port, Handler<HttpServerRequest> handler) {
        return new Peer(port, handler);
    }

    /** A peer that answers each request with its own name and the path it saw. */
    public static Peer echo(String service) {
        return at(service, request -> request.response().end(service + " " + request.uri()));
    }

    public static int port(String service) {
        return URI.create(ConfigProvider.getConfig().getValue("deskgraph.upstream." + service, String.class))
                .getPort();
    }

    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
