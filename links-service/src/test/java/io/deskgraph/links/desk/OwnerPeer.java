package io.deskgraph.links.desk;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An owner: {@code GET /internal/<aggregate>/<id>} gives what a test has PUT there, to callers with a token. A test can
 * make it misbehave for an id by PUT {@code /fault/<id>}, and read how often an id was asked for. On one event loop.
 */
final class OwnerPeer {

    private final Map<String, Buffer> known = new HashMap<>();
    private final Map<String, String> faults = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, List<HttpServerRequest>> held = new HashMap<>();

    static int listen(Vertx vertx) {
        OwnerPeer peer = new OwnerPeer();
        return vertx.createHttpServer()
                .requestHandler(peer::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void handle(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.PUT)) {
            request.body().onSuccess(body -> put(request, body));
        } else if (request.path().startsWith("/asked/")) {
            int times = asked.getOrDefault(id(request), 0);
            request.response().end(Integer.toString(times));
        } else {
            asked.merge(id(request), 1, Integer::sum);
            answer(request, faults.getOrDefault(id(request), "none"));
        }
    }

    private void put(HttpServerRequest request, Buffer body) {
        if (request.path().startsWith("/fault/")) {
            faults.put(id(request), body.toString());
        } else if (request.path().startsWith("/release/")) {
            held.getOrDefault(id(request), List.of()).forEach(this::give);
        } else {
            known.put(request.path(), body);
        }
        request.response().end();
    }

    private void answer(HttpServerRequest request, String fault) {
        switch (fault) {
            case "silent" -> request.pause();
            case "drop" -> request.connection().close();
            case "broken" -> request.response().setStatusCode(500).end("{}");
            case "garbage" ->
                request.response().putHeader("Content-Type", "application/json").end("{\"version\":");
            case "hold" ->
                held.computeIfAbsent(id(request), key -> new ArrayList<>()).add(request);
            default -> give(request);
        }
    }

    private void give(HttpServerRequest request) {
        String token = request.getHeader("Authorization");
        Buffer state = known.get(place(request));
        if (token == null || !token.startsWith("Bearer ")) {
            request.response().setStatusCode(401).end("{}");
        } else if (state == null || !state.toString().contains(tenant(token))) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{}");
        } else {
            request.response().putHeader("Content-Type", "application/json").end(state);
        }
    }

    private String place(HttpServerRequest request) {
        Buffer id = known.get("/tagged/" + request.getParam("database_id") + "/" + request.getParam("asset_tag"));
        return id == null ? request.path() : "/internal/assets/" + id;
    }

    /** As an owner does: a token's caller sees its own tenant. */
    private static String tenant(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return new JsonObject(claims).getString("tenant");
    }

    private static String id(HttpServerRequest request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }
}
