package io.deskgraph.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Wakes the relay, in whichever replica it leads, when something was committed to the outbox. Not from within the writing
 * transaction: PostgreSQL lets those that notify commit only one after another, each with its own flush. What is lost
 * with a process that ends in between, the relay finds when it next looks by itself.
 */
@ApplicationScoped
class Doorbell {

    private static final Logger LOG = Logger.getLogger(Doorbell.class);

    /** Nothing depends on it, so it waits for no disk. */
    private static final String RING = "BEGIN; SET LOCAL synchronous_commit = off; NOTIFY outbox; COMMIT";

    /** While the relay is busy it needs no telling; a commit in that time is told of at its end. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Pool pool;
    private final AtomicInteger unheard = new AtomicInteger();

    Doorbell(Pool pool) {
        this.pool = pool;
    }

    /** Returns at once. */
    void ring() {
        if (unheard.getAndIncrement() == 0) {
            send();
        }
    }

    private void send() {
        int heard = unheard.get();
        pool.query(RING)
                .execute()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("The relay was not woken: %s", failure.getMessage()))
                .onFailure()
                .recoverWithUni(Uni.createFrom().voidItem())
                .onItem()
                .delayIt()
                .by(PAUSE)
                .subscribe()
                .with(done -> goOn(heard));
    }

    private void goOn(int heard) {
        if (unheard.addAndGet(-heard) > 0) {
            send();
        }
    }
}
