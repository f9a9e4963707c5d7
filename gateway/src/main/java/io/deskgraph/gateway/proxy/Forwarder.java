package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.answer.ProblemWriter;
import io.deskgraph.gateway.route.Upstream;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** Sends requests to the services. */
@Startup
@ApplicationScoped
public class Forwarder {

    private final Vertx vertx;
    private final Clients clients;
    private final Map<Upstream, Service> services;
    private final ProxyConfig config;
    private final ProblemWriter problems;
    private final ForwardMetrics metrics;
    private final RequestBody.Pace pace;

    Forwarder(
            Vertx vertx, UpstreamConfig upstreams, ProxyConfig config, ProblemWriter problems, ForwardMetrics metrics) {
        this.vertx = vertx;
        this.clients = new Clients(vertx, config);
        this.services = Service.all(upstreams);
        this.config = config;
        this.problems = problems;
        this.metrics = metrics;
        services.forEach((upstream, service) -> metrics.watch(upstream, service.replicas()));
        this.pace = new RequestBody.Pace(config.bodyGrace().toNanos(), config.slowestBody());
    }

    public void forward(RoutingContext exchange, Forwarding forwarding) {
        Service service = Objects.requireNonNull(services.get(forwarding.route().upstream()));
        new Exchange(exchange, forwarding, service, this).begin();
    }

    /** Asks a service something on the gateway's own behalf. The answer is held in memory, unlike what is forwarded. */
    public Future<Said> ask(Upstream upstream, String uri, MultiMap headers) {
        Service service = Objects.requireNonNull(services.get(upstream));
        long patience = config.queueTimeout().toMillis();
        Replica replica = service.choose(null, System.nanoTime());
        if (replica == null) {
            return Future.failedFuture(service.name() + " is silent");
        }
        return client().request(replica.request(HttpMethod.GET, uri, headers, patience))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body()
                        .map(body -> new Said(answer.statusCode(), answer.getHeader(HttpHeaders.ETAG), body)));
    }

    Vertx vertx() {
        return vertx;
    }

    HttpClient client() {
        return clients.here();
    }

    ProxyConfig config() {
        return config;
    }

    RequestBody.Pace pace() {
        return pace;
    }

    ForwardMetrics metrics() {
        return metrics;
    }

    ProblemWriter problems() {
        return problems;
    }

    @PreDestroy
    void close() {
        clients.close();
    }
}
