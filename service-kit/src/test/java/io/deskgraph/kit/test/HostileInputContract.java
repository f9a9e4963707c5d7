package io.deskgraph.kit.test;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.kit.test.ApiDocument.Operation;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever is sent to an operation of the OpenAPI document, the answer is one that the document declares, and never a
 * failure of the service. Subclass it as a {@code @QuarkusTest}.
 */
public abstract class HostileInputContract {

    private static final Logger LOG = Logger.getLogger(HostileInputContract.class);

    /** An id of nothing. */
    private static final String NOTHING = "01970000-0000-7000-8000-0000000000ff";

    private static final int SHOWN = 12;

    /** {@code -Dhostile=whole}: random requests besides, that break several places at once. */
    private static final boolean WHOLE = "whole".equals(System.getProperty("hostile"));

    private static final int RANDOM_REQUESTS = Integer.getInteger("hostile.count", 300);
    private static final long SEED = Long.getLong("hostile.seed", System.nanoTime());

    private static final AtomicLong SENT = new AtomicLong();

    /** The type goes out as it is written, nothing is added. */
    private static final RestAssuredConfig VERBATIM = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL openApi;

    /** A path for a template such as {@code /api/v1/tickets/{id}}: hostile bodies get further where something is there. */
    protected String path(String template) {
        return template.replaceAll("\\{[^}]+}", NOTHING);
    }

    /** Ids of what is there, by the members that name such things. */
    protected Map<String, String> known() {
        return Map.of();
    }

    /** What a caller who may do everything sends along. */
    protected Map<String, String> credentials() {
        return Map.of(
                "Authorization",
                TestTokens.with(DefaultRoles.ADMIN.permissions().toArray(String[]::new))
                        .bearer());
    }

    @TestFactory
    Stream<DynamicTest> noOperationFails() throws IOException {
        JsonNode document = new ObjectMapper().readTree(openApi);
        PlausibleBody bodies = new PlausibleBody(document, known());
        if (WHOLE) {
            LOG.infof("%d random requests to each operation: -Dhostile.seed=%d", RANDOM_REQUESTS, SEED);
        }
        return new ApiDocument(document)
                .operations().stream().map(operation -> dynamicTest(operation.name(), () -> attack(operation, bodies)));
    }

    @AfterAll
    static void tellHowMany() {
        LOG.infof("%d hostile requests were sent", SENT.get());
    }

    private void attack(Operation operation, PlausibleBody bodies) {
        String path = path(operation.template());
        Map<String, String> credentials = credentials();
        List<String> failures = requests(operation, path, bodies)
                .flatMap(request -> failure(request, credentials).stream())
                .toList();
        assertEquals(
                List.of(),
                failures.stream().limit(SHOWN).toList(),
                () -> failures.size() + " failures of " + operation.name());
    }

    private static Stream<HostileRequest> requests(Operation operation, String path, PlausibleBody bodies) {
        Stream<HostileRequest> one = new HostileRequests(bodies).of(operation, path).stream();
        if (!WHOLE) {
            return one;
        }
        // Of each operation's own, so that one alone gets the same as among all.
        Random random = new Random(SEED ^ operation.name().hashCode());
        RandomRequests several = new RandomRequests(random, bodies);
        return Stream.concat(
                one, Stream.generate(() -> several.next(operation, path)).limit(RANDOM_REQUESTS));
    }

    private static Optional<String> failure(HostileRequest request, Map<String, String> credentials) {
        try {
            int status = send(request, credentials);
            boolean failed = status >= 500 && status != 503;
            return failed ? Optional.of(status + " to " + request) : Optional.empty();
        } catch (AssertionError undeclared) {
            return Optional.of(undeclared.getMessage() + " to " + request);
        }
    }

    private static int send(HostileRequest request, Map<String, String> credentials) {
        RequestSpecification sent = given().config(VERBATIM)
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .headers(credentials);
        request.headers().forEach(sent::header);
        if (request.body() != null) {
            sent.body(request.body());
        }
        SENT.incrementAndGet();
        return sent.request(request.method(), request.path()).statusCode();
    }
}
