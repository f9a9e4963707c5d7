package io.deskgraph.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client as it is written against AlgaPSA's REST API: the key goes in {@code x-api-key}, a result is in {@code data}, a
 * list's place in {@code pagination}, and what went wrong in {@code error}. It knows nothing else of whom it talks to.
 */
final class PeerClient {
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final String host;
    private final String apiKey;

    /**
     * @param base down to {@code /api/v1}
     * @param host the tenant's, which no resolver here needs to know
     */
    PeerClient(URI base, String host, String apiKey) {
        this.base = base;
        this.host = host;
        this.apiKey = apiKey;
    }

    /** What went wrong, as the API tells it. */
    static final class ApiException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String code;
        private final transient JsonNode details;

        ApiException(int status, JsonNode error) {
            super(error.path("message").asText());
            this.status = status;
            this.code = error.path("code").asText();
            this.details = error.path("details");
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }

        JsonNode details() {
            return details;
        }
    }

    /** A page as the API gives it. */
    record Page(JsonNode data, int page, int limit, long total, long totalPages, boolean hasNext, boolean hasPrev) {}

    Page list(String path, Map<String, ?> query) {
        JsonNode body = call("GET", path, query, null);
        JsonNode pagination = body.path("pagination");
        return new Page(
                body.path("data"),
                pagination.required("page").intValue(),
                pagination.required("limit").intValue(),
                pagination.required("total").longValue(),
                pagination.required("totalPages").longValue(),
                pagination.required("hasNext").booleanValue(),
                pagination.required("hasPrev").booleanValue());
    }

    JsonNode get(String path, Map<String, ?> query) {
        return call("GET", path, query, null).required("data");
    }

    JsonNode get(String path) {
        return get(path, Map.of());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, Map.of(), body).required("data");
    }

    JsonNode put(String path, Map<String, ?> body) {
        return call("PUT", path, Map.of(), body).required("data");
    }

    void delete(String path) {
        call("DELETE", path, Map.of(), null);
    }

    private JsonNode call(String method, String path, Map<String, ?> query, @Nullable Map<String, ?> body) {
        try {
            HttpResponse<String> answer =
                    http.send(request(method, path, query, body), HttpResponse.BodyHandlers.ofString());
            JsonNode tree = answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
            if (answer.statusCode() >= FIRST_FAILURE) {
                throw new ApiException(answer.statusCode(), tree.required("error"));
            }
            return tree;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request(String method, String path, Map<String, ?> query, @Nullable Map<String, ?> body)
            throws IOException {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String target = base + path + (parameters.isEmpty() ? "" : "?" + parameters);
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
        return HttpRequest.newBuilder(URI.create(target))
                .header("Host", host)
                .header("x-api-key", apiKey)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
    }
}
