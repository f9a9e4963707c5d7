package io.deskgraph.kit.trace;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.SpanCollector;
import io.deskgraph.kit.test.SpanCollector.Received;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.kit.test.Traced;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One trace from a request to whoever hears of what it changed, as a collector gets it. */
@QuarkusTest
@TestProfile(Traced.class)
class TraceTest {

    private static final String CALLER = "00f067aa0ba902b7";

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final UUID tenant = Ids.next();
    private SpanCollector collector;

    @BeforeEach
    void listen() {
        collector = SpanCollector.listening();
    }

    @AfterEach
    void hangUp() {
        collector.close();
    }

    @Test
    void aChangeIsOneTraceFromItsRequestToItsConsumer() {
        // When
        write(trace, "01");

        // Then
        String apply = "apply " + Topics.BUNDLES;
        List<Received> spans = collector.await(
                trace, found -> found.stream().anyMatch(span -> span.name().equals(apply)));
        Received request = child(spans, "POST /notes", CALLER);
        Received unused = child(spans, "transaction", request.spanId());
        Received sent = child(spans, "send " + Topics.BUNDLES, request.spanId());
        Received applied = child(spans, apply, sent.spanId());
        assertEquals("kit-sample", applied.service());
        assertEquals("traced", request.attributes().get("deskgraph.tenant"));
        assertEquals("/notes", request.attributes().get("http.route"));
        assertEquals("00-" + trace + "-" + sent.spanId() + "-01", published());
    }

    @Test
    void whatIsNotToBeRecordedIsNotAndItsTraceGoesOnAllTheSame() {
        // Given
        String later = UUID.randomUUID().toString().replace("-", "");

        // When
        write(trace, "00");
        String goesOn = published();
        write(later, "01");

        // Then
        assertTrue(goesOn.matches("00-" + trace + "-[0-9a-f]{16}-00"), goesOn);
        List<Received> unused = collector.await(later, found -> !found.isEmpty());
        assertEquals(List.of(), collector.of(trace), "what came before would have been sent by now");
    }

    /** The trace that the first event of the tenant goes on in. */
    private String published() {
        PublishedEvent event = Events.await(Topics.BUNDLES, tenant, events -> !events.isEmpty())
                .get(0);
        return String.valueOf(event.headers().get(Headers.TRACE_PARENT));
    }

    private static Received child(List<Received> spans, String name, String parent) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .filter(span -> span.parentId().equals(parent))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " under " + parent + " in " + spans));
    }

    private void write(String traceId, String flags) {
        given().header(
                        "Authorization",
                        TestTokens.with("note:create").tenant(tenant, "traced").bearer())
                .header("traceparent", "00-" + traceId + "-" + CALLER + "-" + flags)
                .contentType("application/json")
                .body(Map.of("text", traceId))
                .post("/notes")
                .then()
                .statusCode(201);
    }
}
