package io.deskgraph.assets.importing;

import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets so many work at a time and so many wait, first come first served; who waits holds neither thread nor connection. */
final class Turns {

    private final int waiting;
    private final Deque<Turn> queue = new ArrayDeque<>();
    private int free;

    Turns(int parallel, int waiting) {
        this.free = parallel;
        this.waiting = waiting;
    }

    /** Fails when too many wait already. */
    <T> Uni<T> take(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .<Void>emitter(this::arrive)
                .chain(() -> Uni.createFrom().<T>deferred(work).eventually(this::leave));
    }

    private void arrive(UniEmitter<? super Void> entered) {
        Turn turn = new Turn(entered, Vertx.currentContext());
        switch (admit(turn)) {
            case BEGIN -> entered.complete(null);
            case REFUSE -> entered.fail(Problem.unavailable("Too many imports are running, try again", 10));
            case WAIT -> {}
        }
    }

    private synchronized Admission admit(Turn turn) {
        if (free > 0) {
            free--;
            return Admission.BEGIN;
        }
        return queue.size() < waiting && queue.add(turn) ? Admission.WAIT : Admission.REFUSE;
    }

    private void leave() {
        Turn next = next();
        if (next != null) {
            next.begin();
        }
    }

    private synchronized @Nullable Turn next() {
        Turn next = queue.poll();
        if (next == null) {
            free++;
        }
        return next;
    }

    private enum Admission {
        BEGIN,
        WAIT,
        REFUSE
    }

    /** Goes on where it came from, not on the thread of whoever made room. */
    private record Turn(
            UniEmitter<? super Void> entered, @Nullable Context origin) {

        void begin() {
            if (origin == null) {
                entered.complete(null);
            } else {
                origin.runOnContext(now -> entered.complete(null));
            }
        }
    }
}
