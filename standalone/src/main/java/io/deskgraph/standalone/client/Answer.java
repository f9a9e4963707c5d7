package io.deskgraph.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.deskgraph.standalone.suite.Json;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String text) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body as JSON; a missing node when it has none or is something else. */
    public JsonNode json() {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.tree(text);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    /** The payload of an envelope. */
    public JsonNode data() {
        return json().path("data");
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
