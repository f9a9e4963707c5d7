package io.deskgraph.standalone;

import io.deskgraph.standalone.demo.DemoData;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Ports;
import io.deskgraph.standalone.suite.PrivateFiles;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.RunLock;
import io.deskgraph.standalone.suite.RunState;
import io.deskgraph.standalone.suite.RunningSuite;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and stays until it is told to stop or a process dies. */
@Command(
        name = "up",
        description = "Start the suite and stay in the foreground; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Layout layout;
    private final Clock clock;
    private final PrintStream out;

    @Option(names = "--detach", description = "Return when the suite is ready and leave it running.")
    private boolean detach;

    @Option(names = "--fresh", description = "Delete all data of earlier runs first.")
    private boolean fresh;

    @Option(
            names = "--port",
            description = "Port of the gateway (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + Ports.DEFAULT_GATEWAY,
            paramLabel = "N")
    private int port;

    @Option(names = "--no-demo", description = "Create no demo data.")
    private boolean noDemo;

    UpCommand(Layout layout, Clock clock, PrintStream out) {
        this.layout = layout;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 1 || port > 65535) {
            throw new LaunchException("--port must be between 1 and 65535, not " + port);
        }
        if (detach) {
            return new DetachedRun(layout, out).start(port, fresh, noDemo);
        }
        try (RunLock held = RunLock.tryAcquire(layout).orElseThrow(this::alreadyRunning)) {
            return run();
        }
    }

    private LaunchException alreadyRunning() {
        return RunState.load(layout)
                .map(state -> new LaunchException("Deskgraph is already running here (process " + state.pid()
                        + ", http://localhost:" + state.gatewayPort() + "). Stop it: ./deskgraph down"))
                .orElseGet(() -> new LaunchException("Deskgraph is already starting in " + layout.state()));
    }

    private int run() throws IOException {
        if (fresh) {
            layout.wipe();
        }
        Progress progress = new Progress(out);
        progress.say("Deskgraph", "starting; data is in " + layout.state());
        PrivateFiles.directory(layout.archives());
        RunningSuite suite = RunningSuite.prepare(layout, Ports.choose(port), progress);
        RunState starting = RunState.starting(ProcessHandle.current().pid(), clock.instant(), port);
        starting.write(layout);
        StopHook hook = StopHook.install(suite, layout, progress);
        try {
            suite.start();
            seed(suite.credentials(), progress);
            starting.ready(suite.describe()).write(layout);
            announce(suite.credentials(), progress);
            String death = suite.awaitDeath();
            return hook.isStopping() ? hook.awaitEnd() : fail(death);
        } catch (LaunchException e) {
            // Told to stop in the middle of the start: that is not a failure to report.
            if (hook.isStopping()) {
                return hook.awaitEnd();
            }
            throw e;
        } finally {
            hook.stop();
        }
    }

    private void seed(Credentials credentials, Progress progress) {
        if (!noDemo) {
            new DemoData(layout, credentials, progress).create();
        }
    }

    private void announce(Credentials credentials, Progress progress) {
        progress.say("Deskgraph", "ready");
        out.println(Announcement.of(credentials, layout.credentials(), howToStop()));
        out.flush();
    }

    private String howToStop() {
        return DetachedRun.isOne() ? "Stop it with ./deskgraph down" : "Ctrl-C stops it";
    }

    private static int fail(String death) {
        throw new LaunchException(death + "\nEverything is being stopped");
    }
}
