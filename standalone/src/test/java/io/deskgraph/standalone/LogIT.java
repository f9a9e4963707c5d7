package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.standalone.compose.Repository;
import io.deskgraph.standalone.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The logs of running processes as production has them: JSON with documented members, and nothing secret in them. */
@ExtendWith(Suite.Extension.class)
class LogIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.");

    private final Suite suite;

    LogIT(Suite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyLineIsJsonWithDocumentedMembers(Service service) throws IOException {
        // Given
        Set<String> documented = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(Repository.text("docs/logs.md"))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());

        // When
        Set<String> members = new TreeSet<>();
        for (String line : Files.readAllLines(suite.layout().log(service.module()))) {
            // A thread dump or a warning of the JVM itself is no line of ours.
            if (line.startsWith("{")) {
                addMembers(JSON.readTree(line), "", members);
            }
        }

        // Then
        assertTrue(members.contains("message"), members.toString());
        members.removeAll(documented);
        assertEquals(Set.of(), members);
    }

    @Test
    void noneHoldsASecret() throws IOException {
        // Given
        suite.client("acme", "admin").get("/api/v1/tickets");
        suite.client("globex", "admin").get("/api/v1/tickets/x");
        suite.client("acme", "technician").post("/api/v1/auth/token", "{}");

        // When
        StringBuilder logs = new StringBuilder();
        for (Service service : Service.values()) {
            logs.append(Files.readString(suite.layout().log(service.module())));
        }

        // Then
        secrets().forEach(secret -> assertFalse(logs.indexOf(secret) >= 0, "a secret is in a log"));
        assertFalse(TOKEN.matcher(logs).find(), "a token is in a log");
    }

    /** Each key without its prefix, so that half of one is found as well. */
    private Stream<String> secrets() throws IOException {
        Stream<String> keys = suite.credentials().tenants().stream()
                .flatMap(tenant -> tenant.keys().values().stream())
                .map(key -> key.substring(10));
        Stream<String> kept = Pattern.compile(": *\"([^\"]{16,})\"")
                .matcher(Files.readString(suite.layout().secrets()))
                .results()
                .map(value -> value.group(1));
        return Stream.concat(keys, kept);
    }

    private static void addMembers(JsonNode line, String prefix, Set<String> members) {
        line.properties().forEach(member -> {
            if (member.getValue().isObject()) {
                addMembers(member.getValue(), member.getKey() + ".", members);
            } else {
                members.add(prefix + member.getKey());
            }
        });
    }
}
