package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.answer.ProblemWriter;
import io.deskgraph.gateway.route.Upstream;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The connections to the services. */
@ApplicationScoped
public class Forwarder {

    private static final int LARGEST_ANSWER_HEAD = 64 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final Map<Upstream, Service> services;
    private final ProxyConfig config;
    private final ProblemWriter problems;
    private final ForwardMetrics metrics;

    Forwarder(
            Vertx vertx, UpstreamConfig upstreams, ProxyConfig config, ProblemWriter problems, ForwardMetrics metrics) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options(config), pool(config));
        this.services = Service.all(upstreams);
        this.config = config;
        this.problems = problems;
        this.metrics = metrics;
    }

    public void forward(RoutingContext exchange, Forwarding forwarding) {
        Service service = Objects.requireNonNull(services.get(forwarding.route().upstream()));
        new Exchange(exchange, forwarding, service, this).begin();
    }

    Vertx vertx() {
        return vertx;
    }

    HttpClient client() {
        return client;
    }

    ProxyConfig config() {
        return config;
    }

    ForwardMetrics metrics() {
        return metrics;
    }

    ProblemWriter problems() {
        return problems;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private static HttpClientOptions options(ProxyConfig config) {
        return new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(LARGEST_ANSWER_HEAD)
                .setDecompressionSupported(false);
    }

    private static PoolOptions pool(ProxyConfig config) {
        return new PoolOptions().setHttp1MaxSize(config.poolSize()).setMaxWaitQueueSize(config.queueSize());
    }
}
