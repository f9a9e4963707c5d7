package io.deskgraph.standalone.suite;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is running, for the commands that look from outside. */
public record RunState(long pid, boolean ready, String startedAt, int gatewayPort, List<Process> processes) {

    public RunState {
        processes = List.copyOf(processes);
    }

    /**
     * One process of the suite.
     *
     * @param managementPort where health and metrics are; 0 for what has none
     */
    public record Process(String name, long pid, int port, int managementPort, String log) {}

    public static RunState starting(long pid, Instant startedAt, int gatewayPort) {
        return new RunState(pid, false, startedAt.toString(), gatewayPort, List.of());
    }

    public RunState ready(List<Process> running) {
        return new RunState(pid, true, startedAt, gatewayPort, running);
    }

    public void write(Layout layout) {
        PrivateFiles.write(layout.stateFile(), Json.pretty(this));
    }

    public static Optional<RunState> load(Layout layout) {
        return Files.exists(layout.stateFile())
                ? Optional.of(Json.read(layout.stateFile(), RunState.class))
                : Optional.empty();
    }
}
