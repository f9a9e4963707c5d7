package io.deskgraph.kit.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens in its own time: looks again until it is so or the deadline is over, then fails. */
public final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Eventually() {}

    /** The first value that is accepted. */
    public static <T> T get(String what, Supplier<T> value, Predicate<T> accepted) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        T last = value.get();
        while (!accepted.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen within " + DEADLINE.toSeconds() + " s; last: " + last);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            last = value.get();
        }
        return last;
    }

    public static void until(String what, Supplier<Boolean> condition) {
        get(what, condition, Boolean.TRUE::equals);
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
