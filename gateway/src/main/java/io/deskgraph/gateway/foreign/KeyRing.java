package io.deskgraph.gateway.foreign;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer, and when it is asked for them. However many tokens come and whatever they name, one question
 * is under way at a time and the next is not asked before its time: nobody can turn the gateway against an issuer.
 */
final class KeyRing {

    private static final int MOST_WAITING = 1_000;

    private final Supplier<Future<KeySet>> source;
    private final Times times;
    private KeySet keys = KeySet.NONE;
    private long fetchedAt;
    private long askedAt;
    private boolean asked;
    private int waiting;
    private @Nullable Future<KeySet> underWay;

    KeyRing(Supplier<Future<KeySet>> source, Times times) {
        this.source = source;
        this.times = times;
    }

    /** Keys in which to look for the one named: those at hand if it is among them, or else the issuer's as they are now. */
    Future<KeySet> keysFor(@Nullable String id, long nowMillis) {
        Promise<KeySet> begun = Promise.promise();
        KeySet present;
        synchronized (this) {
            present = usable(nowMillis);
            if (present.knows(id) && nowMillis - fetchedAt < times.refreshAfter()) {
                return Future.succeededFuture(present);
            }
            if (underWay != null) {
                return present.knows(id) ? Future.succeededFuture(present) : join(underWay);
            }
            if (asked && nowMillis - askedAt < times.refreshInterval()) {
                return Future.succeededFuture(present);
            }
            asked = true;
            askedAt = nowMillis;
            waiting = 0;
            underWay = begun.future();
        }
        Future.succeededFuture()
                .compose(go -> source.get())
                .onComplete(fetched -> arrived(fetched.result(), nowMillis, begun));
        return present.knows(id) ? Future.succeededFuture(present) : begun.future();
    }

    private Future<KeySet> join(Future<KeySet> answer) {
        return ++waiting > MOST_WAITING ? Future.succeededFuture(KeySet.NONE) : answer;
    }

    private void arrived(@Nullable KeySet fetched, long nowMillis, Promise<KeySet> begun) {
        KeySet present;
        synchronized (this) {
            if (fetched != null) {
                keys = fetched;
                fetchedAt = nowMillis;
            }
            underWay = null;
            present = usable(nowMillis);
        }
        begun.complete(present);
    }

    /** Keys that nobody has confirmed for too long are no keys: one of them may have been withdrawn. */
    private KeySet usable(long nowMillis) {
        return nowMillis - fetchedAt < times.keepStale() ? keys : KeySet.NONE;
    }

    /** All in milliseconds. */
    record Times(long refreshAfter, long refreshInterval, long keepStale) {

        static Times of(IssuerConfig config) {
            return new Times(
                    config.refreshAfter().toMillis(),
                    config.refreshInterval().toMillis(),
                    config.keepStale().toMillis());
        }
    }
}
