package io.deskgraph.kit.outbox;

import java.time.Duration;

/** Says when something that is done every so often is due; for one thread. */
final class Schedule {

    private final long period;
    private long next = System.nanoTime();

    Schedule(Duration period) {
        this.period = period.toNanos();
    }

    boolean due() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + period;
        return true;
    }
}
