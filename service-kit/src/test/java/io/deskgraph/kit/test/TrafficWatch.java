package io.deskgraph.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts {@link Traffic} before every rest-assured request of every {@code @QuarkusTest}; found by the service loader. */
public class TrafficWatch implements QuarkusTestBeforeEachCallback {

    /** Said false where the endpoints are samples that nobody documents. */
    private static final String SWITCH = "deskgraph.test.traffic";

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        boolean watched = RestAssured.filters().stream().anyMatch(Traffic.class::isInstance);
        boolean wanted = ConfigProvider.getConfig()
                .getOptionalValue(SWITCH, Boolean.class)
                .orElse(true);
        if (wanted && !watched) {
            RestAssured.filters(traffic());
        }
    }

    private static Traffic traffic() {
        try {
            String management = ConfigProvider.getConfig().getValue("test.management.url", String.class);
            JsonNode document = new ObjectMapper()
                    .readTree(URI.create(management + "/openapi?format=json").toURL());
            ReachedStatuses reached = new ReachedStatuses();
            Files.writeString(ReachedStatuses.DIRECTORY.resolve("openapi.json"), document.toPrettyString());
            return new Traffic(new ApiDocument(document), reached);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
