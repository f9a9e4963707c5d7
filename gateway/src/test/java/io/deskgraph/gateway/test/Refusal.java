package io.deskgraph.gateway.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The one error body, taken apart. */
public final class Refusal {

    private Refusal() {}

    /** Holds every member of the body to what the code says, but for the three that differ with each request. */
    public static JsonObject check(WireAnswer answer, int status, String code, String title, String message) {
        JsonObject body = new JsonObject(answer.body());
        assertEquals(status, answer.status(), answer.body());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals(answer.header("X-Request-Id"), body.getString("requestId"));
        assertEquals(
                new JsonObject()
                        .put(
                                "type",
                                "https://deskgraph.io/problems/"
                                        + code.toLowerCase().replace('_', '-'))
                        .put("title", title)
                        .put("status", status)
                        .put("detail", message)
                        .put("success", false)
                        .put("message", message)
                        .put("error", new JsonObject(Map.of("code", code, "message", message)))
                        .put("meta", new JsonObject(Map.of("version", "1.0.0"))),
                withoutWhatDiffers(body));
        return body;
    }

    public static void checkUnauthorized(WireAnswer answer, String message) {
        JsonObject ignored = check(answer, 401, "UNAUTHORIZED", "Unauthorized", message);
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    public static JsonObject withoutWhatDiffers(JsonObject body) {
        JsonObject same = body.copy();
        same.remove("instance");
        same.remove("requestId");
        same.getJsonObject("meta").remove("timestamp");
        return same;
    }
}
