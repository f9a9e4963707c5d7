package io.deskgraph.kit.data;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one request does in a transaction that it shares. All of it happens on the context of its request. */
final class Share<T> {

    private final @Nullable Object apart;
    private final Function<Tx, Uni<T>> work;
    private final UniEmitter<? super T> done;
    private final @Nullable Context context = Vertx.currentContext();
    private @Nullable T result;

    Share(@Nullable Object apart, Function<Tx, Uni<T>> work, UniEmitter<? super T> done) {
        this.apart = apart;
        this.work = work;
        this.done = done;
    }

    @Nullable
    Object apart() {
        return apart;
    }

    /** Its result is kept until the transaction is committed. */
    Uni<Void> in(Tx tx) {
        return Uni.createFrom()
                .emitter(emitter -> onItsContext(() -> Uni.createFrom()
                        .deferred(() -> work.apply(tx))
                        .subscribe()
                        .with(
                                item -> {
                                    result = item;
                                    emitter.complete(null);
                                },
                                emitter::fail)));
    }

    void alone(SharedTransactions.Door door, UUID tenant) {
        onItsContext(() -> door.run(tenant, work).subscribe().with(done::complete, done::fail));
    }

    void succeed() {
        onItsContext(() -> done.complete(result));
    }

    void fail(Throwable failure) {
        onItsContext(() -> done.fail(failure));
    }

    void onItsContext(Runnable step) {
        if (context == null || context == Vertx.currentContext()) {
            step.run();
        } else {
            context.runOnContext(now -> step.run());
        }
    }
}
