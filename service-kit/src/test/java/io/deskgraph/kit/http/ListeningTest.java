package io.deskgraph.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListeningTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @Test
    void nobodyIsReadyBeforeAPortIsOpen() {
        readyAfter(check -> check.begin(new HttpServerStart(new HttpServerOptions())));
        readyAfter(check -> check.begin(new HttpsServerStart(new HttpServerOptions())));
    }

    @Test
    void theProbeAsksForIt() {
        Eventually.passes(() -> given().port(management)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("http")));
    }

    private static void readyAfter(Consumer<Listening> start) {
        Listening check = new Listening();
        assertEquals(Status.DOWN, check.call().getStatus());

        start.accept(check);

        assertEquals(Status.UP, check.call().getStatus());
    }
}
