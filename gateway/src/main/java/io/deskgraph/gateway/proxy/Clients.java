package io.deskgraph.gateway.proxy;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The connections to the services, on each event loop those of its own. A pool for all would hand out the connection that
 * was used last, whichever loop it is of: each step of an exchange would have to wake another thread.
 */
final class Clients {

    private static final int LARGEST_ANSWER_HEAD = 64 * 1024;

    private final Vertx vertx;
    private final ProxyConfig config;
    private final Map<EventLoop, HttpClient> ofLoops = new ConcurrentHashMap<>();

    Clients(Vertx vertx, ProxyConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Those of the event loop that calls. */
    HttpClient here() {
        EventLoop loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        HttpClient known = ofLoops.get(loop);
        return known == null ? ofLoops.computeIfAbsent(loop, unseen -> open()) : known;
    }

    void close() {
        ofLoops.values().forEach(HttpClient::close);
    }

    private HttpClient open() {
        return vertx.createHttpClient(options(), pool());
    }

    private HttpClientOptions options() {
        return new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(LARGEST_ANSWER_HEAD)
                .setDecompressionSupported(false);
    }

    private PoolOptions pool() {
        return new PoolOptions().setHttp1MaxSize(config.poolSize()).setMaxWaitQueueSize(config.queueSize());
    }
}
