package io.deskgraph.standalone;

import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.RunLock;
import io.deskgraph.standalone.suite.RunState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the running suite and waits until it is gone. */
@Command(name = "down", description = "Stop the running suite; its data stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Layout layout;
    private final PrintStream out;

    DownCommand(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!RunLock.isHeld(layout)) {
            out.println("Deskgraph is not running.");
            return 0;
        }
        RunState state = RunState.load(layout)
                .orElseThrow(
                        () -> new LaunchException("Deskgraph has only just begun to start; try again in a second"));
        Progress progress = new Progress(out);
        progress.say("Deskgraph", "stopping process " + state.pid());
        boolean asked =
                ProcessHandle.of(state.pid()).map(ProcessHandle::destroy).orElse(false);
        if (!asked || !isGoneInTime(progress)) {
            throw new LaunchException("Process " + state.pid() + " does not stop. Kill it: kill -9 " + state.pid()
                    + " (its children end with it)");
        }
        progress.say("Deskgraph", "stopped");
        return 0;
    }

    private boolean isGoneInTime(Progress progress) {
        return Deadline.in(PATIENCE).await(() -> {
            progress.stillAlive("Deskgraph", "still stopping");
            return !RunLock.isHeld(layout);
        });
    }
}
