package io.deskgraph.tickets.ticket;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays the owners of assets and of links. What an asset's id ends with says how it fares: {@code a} is known, {@code f}
 * breaks the owner, anything else is unknown; links with {@code e} at the end are refused. GET {@code /told/<ticket>} gives
 * the assets that it was told of for a ticket.
 */
public class NeighbourPeer implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "deskgraph.test.neighbour-port";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, List<String>> told = new HashMap<>();

    @Override
    public Map<String, String> start() {
        int port = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        System.setProperty(PORT, Integer.toString(port));
        String url = "http://127.0.0.1:" + port;
        return Map.of("deskgraph.upstream.assets", url, "deskgraph.upstream.links", url);
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        if (request.path().startsWith("/told/")) {
            String ticket = request.path().substring("/told/".length());
            request.response().end(String.join(",", told.getOrDefault(ticket, List.of())));
        } else if (request.getHeader("Authorization") == null) {
            request.response().setStatusCode(401).end();
        } else if (request.method().equals(HttpMethod.POST)) {
            request.body().onSuccess(body -> link(request, body.toJsonObject()));
        } else {
            asset(request);
        }
    }

    private void link(HttpServerRequest request, JsonObject pair) {
        String asset = pair.getString("asset_id");
        told.computeIfAbsent(pair.getString("ticket_id"), key -> new ArrayList<>())
                .add(asset);
        request.response().setStatusCode(asset.endsWith("e") ? 500 : 204).end();
    }

    private static void asset(HttpServerRequest request) {
        String path = request.path();
        int status = path.endsWith("a") ? 200 : path.endsWith("f") ? 500 : 404;
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end("{\"version\":1,\"after\":{}}");
    }
}
