package io.deskgraph.standalone.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.standalone.bench.BenchResult.Machine;
import io.deskgraph.standalone.bench.BenchResult.Row;
import io.deskgraph.standalone.bench.Workload.Limit;
import io.deskgraph.standalone.suite.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchRunTest {
    private static final Workload READS = new Workload("ticket by id", Limit.READS, false, List.of());
    private static final Workload LISTS = new Workload("list of 25 tickets", Limit.NONE, false, List.of());
    private static final Load.Measured MEASURED = new Load.Measured(60_000, 6000, 2.5, 9.75, 3);

    @TempDir
    Path directory;

    private final BenchResult result = new BenchResult(
            "2026-11-21T19:00:00Z",
            new Machine(2, 24_000, "25.0.1", "18.1"),
            new Sizes(1, 8, 250, 500, 500),
            10,
            List.of(
                    Row.of(READS, 16, MEASURED, 50_000.0, Map.of("gateway", 0.0625, "postgresql", 0.1)),
                    Row.of(LISTS, 16, MEASURED, null, Map.of("gateway", 0.5))),
            Map.of("gateway", 201L));

    @Test
    void peopleGetATable() throws IOException {
        // When
        Path written = BenchRun.write(result, directory.resolve("new"));

        // Then
        List<String> lines = Files.readAllLines(written);
        assertEquals("bench-2026-11-21.md", written.getFileName().toString());
        assertTrue(
                lines.contains(
                        "| ticket by id | 16 | 6000 | 2.5 | 9.8 | 3 | 50000 | 12.0 | 0.063 |  |  |  |  | 0.100 |"),
                lines.toString());
        assertTrue(
                lines.contains("| list of 25 tickets | 16 | 6000 | 2.5 | 9.8 | 3 |  |  | 0.500 |  |  |  |  |  |"),
                lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("2 cores") && line.contains("PostgreSQL 18.1")));
        assertTrue(lines.contains("Resident at the end: gateway 201 MB."));
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        // When
        BenchRun.write(result, directory);

        // Then
        JsonNode json = Json.tree(Files.readString(directory.resolve("bench-2026-11-21.json")));
        assertEquals(12.0, json.at("/rows/0/percent_of_limit").asDouble());
        assertEquals(0.0625, json.at("/rows/0/cpu_millis/gateway").asDouble());
        assertTrue(json.at("/rows/1/percent_of_limit").isMissingNode());
        assertEquals("18.1", json.at("/machine/postgresql").asText());
        assertEquals(8, json.at("/sizes/tenants").asInt());
    }
}
