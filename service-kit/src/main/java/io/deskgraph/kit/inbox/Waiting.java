package io.deskgraph.kit.inbox;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Waits on the inbox's own thread, which has nothing else to do. */
final class Waiting {

    private Waiting() {}

    /** Why the work failed, or null. */
    static @Nullable Throwable forEnd(Uni<Void> work) {
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        work.subscribe().with(done -> end.countDown(), cause -> {
            failure.set(cause);
            end.countDown();
        });
        interruptibly(end::await);
        return failure.get();
    }

    static void sleep(Duration duration) {
        interruptibly(() -> Thread.sleep(duration.toMillis()));
    }

    private static void interruptibly(Wait wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private interface Wait {
        void run() throws InterruptedException;
    }
}
