package io.deskgraph.gateway.proxy;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.kit.test.SpanCollector;
import io.deskgraph.kit.test.SpanCollector.Received;
import io.deskgraph.kit.test.Traced;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Traced.class)
class TraceTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String CLIENT = "00f067aa0ba902b7";

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private SpanCollector collector;

    @BeforeEach
    void listen() {
        collector = SpanCollector.listening();
    }

    @AfterEach
    void hangUp() {
        collector.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void theServiceGoesOnUnderTheGatewaysSpanWhateverTheClientSaysOfRecording(String flags) {
        // When
        String seen = forwarded("traceparent: 00-" + trace + "-" + CLIENT + "-" + flags);

        // Then
        Received span = collector.await(trace, found -> !found.isEmpty()).get(0);
        assertEquals("gateway", span.service());
        assertEquals("GET /api/v1/tickets/**", span.name());
        assertEquals(CLIENT, span.parentId());
        assertEquals("acme", span.attributes().get("deskgraph.tenant"));
        assertFalse(span.failed());
        assertEquals("00-" + trace + "-" + span.spanId() + "-01", seen);
    }

    @Test
    void withoutATraceOneBegins() {
        // When
        String seen = forwarded("Accept: */*");

        // Then
        Received span = collector
                .await(seen.substring(3, 35), found -> !found.isEmpty())
                .get(0);
        assertEquals("", span.parentId());
        assertEquals(seen.substring(36, 52), span.spanId());
        assertNotEquals(trace, span.traceId());
    }

    @Test
    void aClientThatLeavesInMidAnswerEndsTheSpanAndIsSeenInIt() {
        // Given
        String parent = "traceparent: 00-" + trace + "-" + CLIENT + "-01";
        try (Peer peer = Peer.at(
                "tickets", request -> request.response().setChunked(true).write("some"))) {

            // When
            try (Wire wire = Wire.open(Gate.port())) {
                wire.send(Gate.head("GET", ACME_HOST, TICKETS, key(ADA_KEY), parent));
                assertEquals(200, wire.receiveHead().status());
            }

            // Then
            Received span = collector.await(trace, found -> !found.isEmpty()).get(0);
            assertEquals(CLIENT, span.parentId());
            assertTrue(span.failed(), "the answer was not whole");
        }
    }

    private static String forwarded(String header) {
        try (Peer peer = Peer.at("tickets", request -> request.response().end(request.getHeader("traceparent")))) {
            return Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), header).body();
        }
    }
}
