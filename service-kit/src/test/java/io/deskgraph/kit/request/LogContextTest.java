package io.deskgraph.kit.request;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogContextTest {

    private final Logger failures = Logger.getLogger("io.deskgraph.kit.problem.ProblemMappers");
    private final Capture capture = new Capture();

    @BeforeEach
    void listen() {
        failures.addHandler(capture);
    }

    @AfterEach
    void leave() {
        failures.removeHandler(capture);
    }

    @Test
    void whatIsLoggedForARequestCarriesItsIdAndTenant() {
        // When
        given().header("Authorization", TestTokens.with("parcel:read").bearer())
                .header("X-Request-Id", "log-1")
                .get("/failures/bug");

        // Then
        assertEquals(List.of("log-1 acme"), capture.contexts);
    }

    @Test
    void theNextRequestHasItsOwn() {
        // When
        for (String id : List.of("log-2", "log-3")) {
            given().header("Authorization", TestTokens.other("parcel:read").bearer())
                    .header("X-Request-Id", id)
                    .get("/failures/bug");
        }

        // Then
        assertEquals(List.of("log-2 globex", "log-3 globex"), capture.contexts);
    }

    private static final class Capture extends ExtHandler {

        private final List<String> contexts = new CopyOnWriteArrayList<>();

        @Override
        protected void doPublish(ExtLogRecord record) {
            contexts.add(record.getMdc("requestId") + " " + record.getMdc("tenant"));
        }

        @Override
        public boolean isLoggable(LogRecord record) {
            return true;
        }
    }
}
