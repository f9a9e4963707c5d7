package io.deskgraph.standalone;

import io.deskgraph.embedded.FreePorts;
import io.deskgraph.standalone.suite.Health;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.RunLock;
import io.deskgraph.standalone.suite.RunState;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A table of what runs. Exit code 1 when nothing does. */
@Command(
        name = "status",
        description = "Show processes, ports, health and events not yet sent.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-16s %8s %6s  %-28s %s";
    private static final String LAG = "outbox_lag_events";

    private final Layout layout;
    private final PrintStream out;

    StatusCommand(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    @Override
    public Integer call() {
        Optional<RunState> state = RunLock.isHeld(layout) ? RunState.load(layout) : Optional.empty();
        if (state.isEmpty()) {
            out.println("Deskgraph is not running. Start it: ./deskgraph up");
            return Main.FAILED;
        }
        print(state.get());
        return 0;
    }

    private void print(RunState state) {
        String phase = state.ready() ? "ready" : "starting";
        out.println("Deskgraph is " + phase + ": http://localhost:" + state.gatewayPort() + ", process " + state.pid()
                + ", since " + state.startedAt());
        out.println();
        out.println(row("PROCESS", "PID", "PORT", "HEALTH", "OUTBOX LAG"));
        state.processes().forEach(process -> out.println(describe(process)));
    }

    private static String describe(RunState.Process process) {
        boolean alive =
                ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive).isPresent();
        String pid = String.valueOf(process.pid());
        String port = String.valueOf(process.port());
        if (!alive) {
            return row(process.name(), pid, port, "gone, see " + process.log(), "");
        }
        if (process.managementPort() == 0) {
            return row(process.name(), pid, port, FreePorts.isFree(process.port()) ? "no answer" : "up", "");
        }
        Health health = new Health(process.managementPort());
        return row(process.name(), pid, port, health.describe(), lag(health.metric(LAG)));
    }

    private static String lag(OptionalDouble events) {
        return events.isPresent() ? String.format(Locale.ROOT, "%.0f", events.getAsDouble()) : "-";
    }

    private static String row(String name, String pid, String port, String health, String lag) {
        return String.format(Locale.ROOT, ROW, name, pid, port, health, lag).stripTrailing();
    }
}
