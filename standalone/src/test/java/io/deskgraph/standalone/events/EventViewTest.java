package io.deskgraph.standalone.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Headers;
import io.deskgraph.standalone.suite.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventViewTest {
    private static final UUID ACME = UUID.fromString("0195e9a4-7c1e-7000-8000-000000000001");
    private static final Credentials CREDENTIALS = new Credentials(
            URI.create("http://localhost:1"),
            List.of(new Credentials.Tenant("acme", "acme.localhost:1", false, ACME, Map.of())),
            "127.0.0.1:2",
            new Credentials.Postgres(3));

    private static Event event(String tenant) {
        Map<String, String> headers = Map.of(
                Headers.TYPE, "io.deskgraph.ticket.created.v1",
                Headers.TENANT_ID, tenant,
                Headers.SUBJECT, "s",
                Headers.AGGREGATE_VERSION, "4",
                Headers.TIME, "2026-01-02T03:04:05.000006Z",
                Headers.ACTOR_TYPE, "USER",
                Headers.ACTOR_ID, "u",
                Headers.ID, "i");
        return new Event("deskgraph.tickets", 3, 9, headers, "{\"after\":null}");
    }

    @Test
    void aTenantIsNamedBySlugOrId() {
        assertTrue(EventFilter.byTenant(CREDENTIALS, null).test(event("other")));
        assertTrue(EventFilter.byTenant(CREDENTIALS, "acme").test(event(ACME.toString())));
        assertTrue(EventFilter.byTenant(CREDENTIALS, ACME.toString()).test(event(ACME.toString())));
        assertFalse(EventFilter.byTenant(CREDENTIALS, "acme").test(event("other")));
    }

    @Test
    void twoLinesTellWhoDidWhatAndThePayload() {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        // When
        new EventPrinter(CREDENTIALS, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .print(event(ACME.toString()));

        // Then
        assertEquals("""
                2026-01-02T03:04:05.000006Z  deskgraph.tickets/3@9  io.deskgraph.ticket.created.v1  acme  s v4  by USER u  id i
                    {"after":null}
                """, bytes.toString(StandardCharsets.UTF_8));
    }
}
