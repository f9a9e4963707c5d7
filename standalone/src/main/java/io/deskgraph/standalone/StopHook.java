package io.deskgraph.standalone;

import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/** Stops the suite once, whoever asks first: a signal to this process, or the command itself. */
final class StopHook {
    private final RunningSuite suite;
    private final Layout layout;
    private final Progress progress;
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean stopping;
    private boolean stopped;

    private StopHook(RunningSuite suite, Layout layout, Progress progress) {
        this.suite = suite;
        this.layout = layout;
        this.progress = progress;
    }

    static StopHook install(RunningSuite suite, Layout layout, Progress progress) {
        StopHook hook = new StopHook(suite, layout, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::onSignal, "stop"));
        return hook;
    }

    private void onSignal() {
        stopping = true;
        stop();
    }

    boolean isStopping() {
        return stopping;
    }

    /** The JVM is on its way out and takes the exit code from the signal; this thread only must not get in between. */
    int awaitEnd() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        progress.say("Deskgraph", "stopping");
        suite.stop();
        try {
            Files.deleteIfExists(layout.stateFile());
        } catch (IOException e) {
            throw new LaunchException("Cannot delete " + layout.stateFile(), e);
        }
        progress.say("Deskgraph", "stopped");
    }
}
