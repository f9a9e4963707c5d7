package io.deskgraph.kit.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Waits for what happens in its own time: looks again until it is so or the deadline is over, then fails. */
public final class Eventually {

    private static final Logger LOG = Logger.getLogger(Eventually.class);
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Eventually() {}

    /** The first value that is accepted. */
    public static <T> T get(String what, Supplier<T> value, Predicate<T> accepted) {
        return get(what, value, accepted, DEADLINE);
    }

    private static <T> T get(String what, Supplier<T> value, Predicate<T> accepted, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        T last = value.get();
        while (!accepted.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen within " + deadline.toSeconds() + " s; last: " + last);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            last = value.get();
        }
        return last;
    }

    public static void until(String what, Supplier<Boolean> condition) {
        get(what, condition, Boolean.TRUE::equals);
    }

    /**
     * As {@link #until}, for what is promised within a second: it tells the time it took, and fails where it did not come by
     * news but only with the next look at everything.
     */
    public static void soon(String what, Supplier<Boolean> condition) {
        long start = System.nanoTime();
        get(what, condition, Boolean.TRUE::equals, SOON);
        LOG.infof("%s after %d ms", what, (System.nanoTime() - start) / 1_000_000);
    }

    /** Repeats assertions until they hold. */
    public static void passes(Runnable assertions) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            try {
                assertions.run();
                return;
            } catch (AssertionError failed) {
                if (System.nanoTime() > end) {
                    throw failed;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
