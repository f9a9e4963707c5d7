package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HealthTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready"})
    void loadBalancersAreAnsweredWhateverHostTheyName(String path) {
        // When
        WireAnswer answer = Eventually.get("ready", () -> Gate.get("10.0.0.7", path), up -> up.status() == 200);

        // Then
        assertEquals("{\"status\":\"UP\"}", answer.body());
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/",
                "/q/health/started",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/info",
                "/q"
            })
    void nothingElseOfTheManagementPortIsPublic(String path) {
        assertEquals(404, Gate.get(ACME_HOST, path, key(ADA_KEY)).status());
        assertEquals(401, Gate.get(ACME_HOST, path).status());
    }

    @Test
    void theManagementPortTellsMore() {
        // Given
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);

        // When
        WireAnswer health = Wire.exchange(port, Gate.head("GET", "localhost", "/q/health/ready"), new byte[0]);
        WireAnswer metrics = Wire.exchange(port, Gate.head("GET", "localhost", "/q/metrics"), new byte[0]);

        // Then
        assertTrue(health.body().contains("registry"), health.body());
        assertEquals(200, metrics.status());
        assertTrue(metrics.body().contains("deskgraph_gateway_forwarded_seconds_count"), metrics.body());
    }

    @Test
    void theVersionIsForEverybody() {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, "/api/version");

        // Then
        assertEquals(200, answer.status());
        assertTrue(answer.body().matches("\\{\"version\":\"[0-9][^\"]*\"}"), answer.body());
    }
}
