package io.deskgraph.kit.observe;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What production's log looks like: the formatter of the console, given what is really logged. */
@QuarkusTest
@TestProfile(JsonLogTest.Json.class)
class JsonLogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Capture capture = new Capture(console());

    /** As in the images. */
    public static class Json implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("deskgraph.log.json", "true");
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(capture);
    }

    @AfterEach
    void leave() {
        Logger.getLogger("").removeHandler(capture);
    }

    @Test
    void aFailureIsOneLineWithWhatItBelongsTo() {
        // When
        fail("json-1");

        // Then
        JsonNode line = line("json-1");
        assertEquals("ERROR", line.path("level").asText());
        assertEquals("kit-sample", line.path("service").asText());
        assertEquals("acme", line.at("/context/tenant").asText());
        assertEquals(TRACE, line.at("/context/traceId").asText());
        assertTrue(line.path("stack_trace").asText().contains("\n"), "the cause is told");
        assertTrue(line.path("timestamp").asText().matches("\\d{4}-\\d\\d-\\d\\dT.*"), line.toString());
    }

    @Test
    void everyMemberIsDocumented() throws IOException {
        // When
        fail("json-2");
        JsonNode unused = line("json-2");

        // Then
        Set<String> members = new TreeSet<>();
        capture.lines().forEach(line -> members.addAll(members(line)));
        assertTrue(members.containsAll(Set.of("message", "context.requestId")), members.toString());
        Set<String> unknown = new TreeSet<>(members);
        unknown.removeAll(documented());
        assertEquals(Set.of(), unknown);
    }

    @Test
    void noTokenIsLogged() {
        // Given
        String bearer = TestTokens.with("parcel:read").bearer();
        Logger.getLogger("io.deskgraph").setLevel(java.util.logging.Level.ALL);

        // When
        for (String authorization : List.of(bearer, bearer + "x", "Basic c2VjcmV0OnNlY3JldA==")) {
            given().header("Authorization", authorization)
                    .header("X-Request-Id", "json-3")
                    .get("/failures/bug?key=" + bearer.substring(7, 40));
        }

        // Then
        JsonNode unused = line("json-3");
        Logger.getLogger("io.deskgraph").setLevel(null);
        String all = capture.lines().toString();
        assertFalse(all.contains(bearer.substring(bearer.length() - 40)), "a signature");
        assertFalse(all.contains("c2VjcmV0"));
    }

    private static void fail(String id) {
        given().header("Authorization", TestTokens.with("parcel:read").bearer())
                .header("X-Request-Id", id)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-00")
                .get("/failures/bug");
    }

    private JsonNode line(String id) {
        return Eventually.get(
                        "logged",
                        () -> capture.lines().stream()
                                .filter(line ->
                                        id.equals(line.at("/context/requestId").asText()))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    /** The first column of the table of members. */
    private static Set<String> documented() throws IOException {
        String page = Files.readString(Path.of("../docs/logs.md"));
        return Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> members(JsonNode line) {
        Set<String> members = new HashSet<>();
        line.fieldNames().forEachRemaining(name -> {
            if (line.get(name).isObject()) {
                line.get(name).fieldNames().forEachRemaining(inner -> members.add(name + "." + inner));
            } else {
                members.add(name);
            }
        });
        return members;
    }

    private static Formatter console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .map(Handler::getFormatter)
                .filter(JsonFormatter.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static final class Capture extends ExtHandler {

        private final List<String> written = new CopyOnWriteArrayList<>();

        Capture(Formatter formatter) {
            setFormatter(formatter);
        }

        @Override
        protected void doPublish(ExtLogRecord record) {
            written.add(getFormatter().format(record));
        }

        @Override
        public boolean isLoggable(LogRecord record) {
            return true;
        }

        List<JsonNode> lines() {
            return written.stream().map(Capture::parse).toList();
        }

        private static JsonNode parse(String line) {
            try {
                return JSON.readTree(line);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + line, e);
            }
        }
    }
}
