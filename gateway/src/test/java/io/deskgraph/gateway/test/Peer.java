package io.deskgraph.gateway.test;

import io.deskgraph.kit.test.Eventually;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service behind the gateway, for as long as a test wants it to listen. */
public final class Peer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 2_000;

    private final Vertx vertx = Vertx.vertx();
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    private Peer(int port, Handler<HttpServerRequest> handler) {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxHeaderSize(64 * 1024)
                        .setMaxInitialLineLength(64 * 1024)
                        // Else a connection is not heard of before its first byte.
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(connection -> open.add(((ConnectionBase) connection).channel()))
                .requestHandler(handler);
        try {
            server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            vertx.close();
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

    /**
     * Connections end from this side first and are waited for, until the gateway has let go of them: else its next request
     * could go out on one of which it has not noticed yet that nobody is there.
     */
    @Override
    public void close() {
        acceptAll();
        open.forEach(Peer::hangUp);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Whoever is still in the queue would be cut when the port closes: who comes now is the last one. */
    private void acceptAll() {
        try (Socket last = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            Eventually.until("all are accepted", () -> open.stream().anyMatch(channel -> isOf(last, channel)));
        } catch (IOException closed) {
            // Nobody listens any more.
            open.removeIf(channel -> !channel.isOpen());
        }
    }

    private static boolean isOf(Socket client, Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote && remote.getPort() == client.getLocalPort();
    }

    private static void hangUp(Channel channel) {
        ((DuplexChannel) channel).shutdownOutput().awaitUninterruptibly(PATIENCE_MILLIS);
        channel.closeFuture().awaitUninterruptibly(PATIENCE_MILLIS);
    }
}
