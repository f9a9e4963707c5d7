package io.deskgraph.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Topics;
import io.deskgraph.gateway.apikey.KeyHasher;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key is nowhere but in the request that carries it. */
@QuarkusTest
class SecretsTest {

    private static final List<String> SECRETS = List.of(
            Tenancies.ADA_KEY, Tenancies.TOM_KEY, Tenancies.GRETA_KEY, Tenancies.MIA_KEY, Tenancies.HASH_SECRET);

    private final Recorder recorder = new Recorder();

    @Inject
    KeyHasher hasher;

    @BeforeEach
    void record() {
        Logger.getLogger("io.deskgraph").setLevel(Level.ALL);
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stopRecording() {
        Logger.getLogger("").removeHandler(recorder);
        Logger.getLogger("io.deskgraph").setLevel(null);
    }

    @Test
    void theDatabaseHoldsNone() {
        // When
        List<String> tables = Database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");

        // Then
        assertTrue(tables.contains("api_keys"));
        for (String table : tables) {
            String dump = String.join("\n", Database.texts("SELECT row_to_json(t)::text FROM " + table + " t"));
            SECRETS.forEach(secret -> assertFalse(dump.contains(secret.substring(8)), table));
        }
    }

    @Test
    void eventsHoldNeitherKeyNorHash() {
        // Given
        String hash = HexFormat.of().formatHex(hasher.hash(Tenancies.GRETA_KEY).bytes());

        // When
        List<PublishedEvent> events = Events.await(Topics.IDENTITY, Tenancies.GLOBEX, found -> found.size() > 9);

        // Then
        String all = events.toString();
        assertFalse(all.contains("dgk_"));
        assertFalse(all.contains(hash));
        assertFalse(all.contains("hash"));
    }

    @Test
    void logsAndAnswersHoldNone() {
        // Given
        try (Peer peer = Peer.at("tickets", request -> request.connection().close())) {

            // When
            WireAnswer broken =
                    Gate.send("POST", Tenancies.ACME_HOST, "/api/v1/tickets", "{}", Gate.key(Tenancies.ADA_KEY));
            WireAnswer refused =
                    Gate.get(Tenancies.GLOBEX_HOST, "/api/v1/tickets", "Authorization: Bearer " + Tenancies.ADA_KEY);
            WireAnswer noRoute = Gate.get(Tenancies.ACME_HOST, "/nowhere", Gate.key(Tenancies.ADA_KEY));

            // Then
            assertEquals(List.of(502, 401, 404), List.of(broken.status(), refused.status(), noRoute.status()));
            String said = recorder + broken.toString() + broken.body() + refused.body() + noRoute.body();
            assertTrue(said.contains("broke off"), said);
            assertFalse(said.contains(Tenancies.ADA_KEY.substring(8)), said);
            assertFalse(said.contains("Bearer eyJ"), said);
        }
    }

    private static final class Recorder extends Handler {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage() + " "
                    + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters()) + " "
                    + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return String.join("\n", lines);
        }
    }
}
