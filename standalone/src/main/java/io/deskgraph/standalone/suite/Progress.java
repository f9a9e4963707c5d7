package io.deskgraph.standalone.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines for the person who waits: what happened and how long it has taken so far. */
public final class Progress {
    private static final long HEARTBEAT = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final long start = System.nanoTime();
    private long lastLine = start;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String what, String text) {
        lastLine = System.nanoTime();
        out.println(String.format(Locale.ROOT, "%6.1f s  %-16s %s", elapsedSeconds(), what, text));
        out.flush();
    }

    /** Says it only when nothing else has been said for a while. */
    public synchronized void stillAlive(String what, String text) {
        if (System.nanoTime() - lastLine >= HEARTBEAT) {
            say(what, text);
        }
    }

    public double elapsedSeconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
