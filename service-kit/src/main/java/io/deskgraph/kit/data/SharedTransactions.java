package io.deskgraph.kit.data;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that requests of one tenant share, because each of them needs the lock on the same row. While one is under
 * way what comes in waits, and then goes together: one lock, one commit and one flush for all of it. Where one of them
 * fails, each is done again in a transaction of its own, so that nobody fails for the mistake of another.
 */
final class SharedTransactions {

    /** As much as a short transaction can take; the lock is held over all of it. */
    static final int LARGEST = 32;

    private final Door door;
    /** What waits for its turn; a tenant that is not in here has no transaction under way. */
    private final Map<UUID, Deque<Share<?>>> waiting = new HashMap<>();

    SharedTransactions(Door door) {
        this.door = door;
    }

    /** @param apart never shares a transaction with its equal; null goes with everything */
    <T> Uni<T> run(UUID tenant, @Nullable Object apart, Function<Tx, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Share<T> share = new Share<>(apart, work, emitter);
            if (isFirst(tenant, share)) {
                begin(tenant, List.of(share));
            }
        });
    }

    private synchronized boolean isFirst(UUID tenant, Share<?> share) {
        Deque<Share<?>> others = waiting.get(tenant);
        if (others == null) {
            waiting.put(tenant, new ArrayDeque<>());
            return true;
        }
        others.add(share);
        return false;
    }

    private void begin(UUID tenant, List<Share<?>> shares) {
        shares.get(0).onItsContext(() -> door.run(tenant, tx -> all(tx, shares))
                .subscribe()
                .with(done -> committed(tenant, shares), failure -> failed(tenant, shares, failure)));
    }

    private static Uni<Void> all(Tx tx, List<Share<?>> shares) {
        if (shares.size() == 1) {
            return shares.get(0).in(tx);
        }
        List<Uni<Void>> works = shares.stream().map(share -> share.in(tx)).toList();
        return Uni.join().all(works).andCollectFailures().replaceWithVoid();
    }

    private void committed(UUID tenant, List<Share<?>> shares) {
        goOn(tenant);
        shares.forEach(Share::succeed);
    }

    private void failed(UUID tenant, List<Share<?>> shares, Throwable failure) {
        goOn(tenant);
        if (shares.size() == 1) {
            shares.get(0).fail(failure);
        } else {
            shares.forEach(share -> share.alone(door, tenant));
        }
    }

    private void goOn(UUID tenant) {
        List<Share<?>> next = next(tenant);
        if (!next.isEmpty()) {
            begin(tenant, next);
        }
    }

    private synchronized List<Share<?>> next(UUID tenant) {
        Deque<Share<?>> candidates = waiting.getOrDefault(tenant, new ArrayDeque<>());
        List<Share<?>> next = new ArrayList<>();
        Set<Object> apart = new HashSet<>();
        for (Iterator<Share<?>> each = candidates.iterator(); each.hasNext() && next.size() < LARGEST; ) {
            Share<?> share = each.next();
            if (share.apart() == null || apart.add(share.apart())) {
                next.add(share);
                each.remove();
            }
        }
        if (next.isEmpty()) {
            waiting.remove(tenant);
        }
        return next;
    }

    /** Runs work in a transaction of a tenant. */
    interface Door {
        <T> Uni<T> run(UUID tenant, Function<Tx, Uni<T>> work);
    }
}
