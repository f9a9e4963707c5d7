package io.deskgraph.kit.inbox;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * What an operator may ask of a process on its management port. One at a time, and the answer comes when it is done; it is
 * no matter which replica is asked.
 */
@Singleton
class OperatorRoutes {

    private static final Logger LOG = Logger.getLogger(OperatorRoutes.class);

    private final Vertx vertx;
    private final Set<String> topics;
    private final Rebuild rebuild;
    private final DeadLetters deadLetters;
    private final Reconciliation reconciliation;
    private final AtomicBoolean busy = new AtomicBoolean();

    OperatorRoutes(
            Vertx vertx, Applier applier, Rebuild rebuild, DeadLetters deadLetters, Reconciliation reconciliation) {
        this.vertx = vertx;
        this.topics = applier.topics();
        this.rebuild = rebuild;
        this.deadLetters = deadLetters;
        this.reconciliation = reconciliation;
    }

    void install(@Observes ManagementInterface management) {
        management
                .router()
                .post("/q/copies/:topic/rebuild")
                .handler(exchange -> run(exchange, topics, topic -> JsonObject.mapFrom(rebuild.run(topic))));
        management
                .router()
                .post("/q/dead-letters/:topic/replay")
                .handler(exchange -> run(exchange, topics, topic -> JsonObject.mapFrom(deadLetters.replay(topic))));
        Set<String> own = reconciliation.topics();
        management
                .router()
                .post("/q/topics/:topic/reconcile")
                .handler(exchange -> run(exchange, own, topic -> JsonObject.mapFrom(reconciliation.run(topic))));
    }

    private void run(RoutingContext exchange, Set<String> known, Work work) {
        String topic = exchange.pathParam("topic");
        if (!known.contains(topic)) {
            answer(exchange, 404, new JsonObject(Map.of("error", "Not of this service: " + topic, "topics", known)));
            return;
        }
        if (!busy.compareAndSet(false, true)) {
            answer(exchange, 409, new JsonObject(Map.of("error", "Another one is under way")));
            return;
        }
        Callable<JsonObject> task = () -> work.on(topic);
        vertx.executeBlocking(task, false)
                .onComplete(done -> busy.set(false))
                .onSuccess(report -> answer(exchange, 200, report))
                .onFailure(failure -> fail(exchange, failure));
    }

    private static void fail(RoutingContext exchange, Throwable failure) {
        LOG.error("An operator's request failed", failure);
        answer(exchange, 500, new JsonObject(Map.of("error", failure.toString())));
    }

    private static void answer(RoutingContext exchange, int status, JsonObject body) {
        exchange.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body.encodePrettily() + "\n");
    }

    private interface Work {
        JsonObject on(String topic);
    }
}
