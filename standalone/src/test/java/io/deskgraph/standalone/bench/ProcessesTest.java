package io.deskgraph.standalone.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.standalone.suite.RunState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private final RunState.Process own =
            new RunState.Process("gateway", ProcessHandle.current().pid(), 0, 0, "");
    private final Processes processes = new Processes(new RunState(1, true, "", 0, List.of(own)));

    @Test
    void workIsSeen() {
        // Given
        double before = processes.cpuMillis().getOrDefault("gateway", 0.0);

        // When
        long until = System.nanoTime() + 5_000_000_000L;
        while (processes.cpuMillis().getOrDefault("gateway", 0.0) < before + 50 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }

        // Then
        assertTrue(processes.cpuMillis().getOrDefault("gateway", 0.0) >= before + 50);
        assertTrue(processes.residentMegabytes().getOrDefault("gateway", 0L) > 10);
    }

    @Test
    void itIsSharedAmongTheRequests() {
        assertEquals(
                Map.of("gateway", 0.25), Processes.perRequest(Map.of("gateway", 100.0), Map.of("gateway", 200.0), 400));
    }
}
