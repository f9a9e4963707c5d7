package io.deskgraph.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.standalone.suite.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Clients that do not stop: each makes an asset and a ticket, changes the ticket, links the two and reads what it has
 * made, over one connection of its own. None of them ever tries again, so each answer but 2xx is a failure.
 */
final class SteadyLoad implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final URI gateway;
    private final Map<String, String> headers;
    private final Map<String, String> ticket;
    private final List<Thread> clients;
    private final Queue<Round> rounds = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean running = true;

    /** What one round has made. */
    record Round(String asset, String ticket, String title) {}

    /** @param ticket what every ticket needs but its title */
    SteadyLoad(int clients, URI gateway, Map<String, String> headers, Map<String, String> ticket) {
        this.gateway = gateway;
        this.headers = headers;
        this.ticket = ticket;
        this.clients = IntStream.range(0, clients)
                .mapToObj(i -> new Thread(this::run, "client-" + i))
                .toList();
        this.clients.forEach(Thread::start);
    }

    Collection<Round> rounds() {
        return rounds;
    }

    Collection<String> failures() {
        return failures;
    }

    int done() {
        return rounds.size();
    }

    /** Lets each client finish its round. */
    @Override
    public void close() {
        running = false;
        clients.forEach(SteadyLoad::join);
    }

    private void run() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (running && failures.isEmpty()) {
            try {
                rounds.add(round(http));
                // Leaves a small machine the time to start what is being replaced.
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (IOException | IllegalStateException e) {
                failures.add(Thread.currentThread().getName() + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Round round(HttpClient http) throws IOException, InterruptedException {
        String name = UUID.randomUUID().toString().substring(0, 13);
        String asset = post(http, "/api/assets", Map.of("asset_tag", "R-" + name, "name", name))
                .path("asset_id")
                .asText();
        JsonNode unused = send(http, "GET", "/api/assets/" + asset, "");
        Map<String, String> draft = new HashMap<>(ticket);
        draft.put("title", name);
        String id = post(http, "/api/v1/tickets", draft).at("/data/ticket_id").asText();
        String title = name + " again";
        unused = send(http, "PUT", "/api/v1/tickets/" + id, Json.compact(Map.of("title", title)));
        unused = post(http, "/api/v1/assets/" + asset + "/tickets", Map.of("ticket_id", id));
        JsonNode linked = send(http, "GET", "/api/v1/assets/" + asset + "/tickets", "");
        if (!id.equals(linked.at("/data/0/ticket_id").asText())) {
            throw new IllegalStateException("link of " + asset + " and " + id + " is not there: " + linked);
        }
        unused = send(http, "GET", "/api/v1/tickets?limit=5", "");
        return new Round(asset, id, title);
    }

    private JsonNode post(HttpClient http, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return send(http, "POST", path, Json.compact(body));
    }

    private JsonNode send(HttpClient http, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher sent =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).method(method, sent);
        headers.forEach(request::header);
        request.header("Content-Type", "application/json");
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.tree(answer.body());
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
