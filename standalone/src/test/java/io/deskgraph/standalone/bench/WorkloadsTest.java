package io.deskgraph.standalone.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
    private final BenchTenant tenant = new BenchTenant(
            "bench-0",
            "t",
            "bench-0.localhost:8080",
            "key",
            ids("ticket", 40),
            ids("asset", 40),
            List.of(List.of("ticket-0", "asset-0")),
            Map.of("title", "Printer is on fire"));

    private final Workloads workloads = new Workloads(List.of(tenant), 1);

    @Test
    void noLinkIsMadeTwiceInAnyRound() {
        List<String> made = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            workloads.round().stream()
                    .flatMap(workload -> workload.requests().stream())
                    .filter(request -> request.path().endsWith("/tickets")
                            && request.method().equals("POST"))
                    .filter(request -> request.path().contains("asset-"))
                    .forEach(request -> made.add(request.path() + request.body()));
        }

        assertFalse(made.isEmpty());
        assertEquals(made.size(), new HashSet<>(made).size());
        assertFalse(made.stream().anyMatch(link -> link.contains("/asset-0/") && link.contains("\"ticket-0\"")));
    }

    @Test
    void aRequestIsOneLineOfFiveParts() {
        for (Workload workload : workloads.round()) {
            String line = workload.requests().get(0).line();
            assertEquals(5, line.split("\t", -1).length, workload.name());
            assertFalse(line.contains("\n"), workload.name());
        }
    }

    @Test
    void whatCanBeDoneOnceOnlyIsNotWarmedUpWith() {
        assertTrue(workloads.round().stream()
                .filter(workload ->
                        workload.name().contains("link") || workload.name().equals("mixed"))
                .allMatch(Workload::once));
    }

    private static List<String> ids(String kind, int count) {
        return IntStream.range(0, count).mapToObj(number -> kind + "-" + number).toList();
    }
}
