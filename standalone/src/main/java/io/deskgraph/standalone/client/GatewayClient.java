package io.deskgraph.standalone.client;

import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.Http;
import io.deskgraph.standalone.suite.Json;
import io.deskgraph.standalone.suite.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls the public API as one caller of one tenant. The tenant is in the Host header and the connection goes to the
 * gateway's own address, so it works where {@code acme.localhost} is not a name that resolves.
 */
public final class GatewayClient {
    private static final HttpClient CLIENT = Http.client();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI gateway;
    private final Map<String, String> headers;

    private GatewayClient(URI gateway, Map<String, String> headers) {
        this.gateway = gateway;
        this.headers = Map.copyOf(headers);
    }

    /** A caller with a key of the tenant. */
    public static GatewayClient of(Credentials credentials, String tenant, String key) {
        Credentials.Tenant found = credentials.tenant(tenant);
        return anonymous(credentials.gateway(), found.host()).with("X-API-Key", found.key(key));
    }

    /** A caller without credentials. */
    public static GatewayClient anonymous(URI gateway, String host) {
        return new GatewayClient(gateway, Map.of("Host", host));
    }

    /** The same caller with one more header, or with another value of one. */
    public GatewayClient with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new GatewayClient(gateway, more);
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, json(body));
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : Json.compact(body));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT).method(method, body);
        headers.forEach(request::header);
        if (body.contentLength() != 0) {
            request.header("Content-Type", "application/json");
        }
        try {
            return Answer.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new LaunchException(method + " " + gateway.resolve(path) + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted in " + method + " " + path, e);
        }
    }
}
