package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.Service;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Suite.Extension.class)
class RevocationIT {
    private static final int KEYS = 10;
    private static final String ME = "/api/v1/me";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Suite suite;

    RevocationIT(Suite suite) {
        this.suite = suite;
    }

    /** How long it takes is printed and not asserted: a machine that tests are busy on is no measure. */
    @Test
    void aKeyRevokedThroughOneReplicaIsRefusedByEach() {
        List<URI> replicas = List.of(suite.credentials().gateway(), suite.addReplica(Service.GATEWAY));
        List<Long> micros = new ArrayList<>();

        for (int i = 0; i < KEYS; i++) {
            // Given: a key that each replica knows and has used
            GatewayClient admin = caller(replicas.get(i % 2), acme().key("admin"));
            Answer created = admin.post("/api/v1/api-keys", Map.of("name", Desk.unique()));
            assertEquals(201, created.status(), created::text);
            String key = created.data().path("key").asText();
            replicas.forEach(replica -> assertTrue(becomes(200, replica, key), replica + " does not know the key"));

            // When
            int status = admin.delete("/api/v1/api-keys/"
                            + created.data().path("api_key_id").asText())
                    .status();
            long revoked = System.nanoTime();

            // Then
            assertEquals(204, status);
            replicas.stream()
                    .map(replica -> CompletableFuture.supplyAsync(() -> microsUntilRefused(replica, key, revoked)))
                    .toList()
                    .forEach(time -> micros.add(time.join()));
        }
        report(micros);
    }

    private long microsUntilRefused(URI replica, String key, long revoked) {
        assertTrue(becomes(401, replica, key), replica + " goes on accepting the key");
        return (System.nanoTime() - revoked) / 1_000;
    }

    private boolean becomes(int status, URI replica, String key) {
        GatewayClient client = caller(replica, key);
        return Deadline.in(PATIENCE).await(() -> client.get(ME).status() == status);
    }

    private GatewayClient caller(URI replica, String key) {
        return GatewayClient.anonymous(replica, acme().host()).with("X-API-Key", key);
    }

    private Credentials.Tenant acme() {
        return suite.credentials().tenant("acme");
    }

    private static void report(List<Long> micros) {
        Collections.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "revoked to refused on two replicas: p50 %.0f ms, slowest %.0f ms of %d%n",
                micros.get(micros.size() / 2) / 1000.0,
                micros.get(micros.size() - 1) / 1000.0,
                micros.size());
    }
}
