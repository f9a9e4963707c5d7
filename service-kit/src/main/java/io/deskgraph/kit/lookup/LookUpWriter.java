package io.deskgraph.kit.lookup;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** Writes look-ups and tells of each change, in the session of the transaction it is given. */
@Singleton
class LookUpWriter {

    private final CurrentRequest request;
    private final LookUpEvents events;
    private final Merging merging;
    private final Clock clock;

    LookUpWriter(CurrentRequest request, LookUpEvents events, Merging merging, Clock clock) {
        this.request = request;
        this.events = events;
        this.merging = merging;
        this.clock = clock;
    }

    /** The row, locked until the transaction ends, so that a reference made meanwhile waits for what becomes of it. */
    <E extends LookUp> Uni<E> find(Tx tx, LookUpKind<E, ?, ?> kind, LookUpKey key, IfMatch condition) {
        String query =
                "from " + kind.entity.getSimpleName() + " where tenantId = :tenant and " + key.attribute() + " = :key";
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, kind.entity)
                        .setParameter("tenant", tx.tenant())
                        .setParameter("key", key.value())
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(row -> known(kind, row))
                .invoke(row -> condition.require(row.version));
    }

    <E extends LookUp, R extends Record, V extends Record> Uni<E> create(Tx tx, LookUpKind<E, R, V> kind, R body) {
        E row = kind.table.fresh();
        row.begin(tx.tenant(), Ids.next(), request.caller().userId(), now());
        kind.fill(row, body);
        return kind.begin(tx, row, body)
                .chain(() -> kind.check(tx, null, row))
                .chain(() -> Panache.getSession())
                .chain(session -> session.persist(row).call(session::flush))
                .onFailure()
                .transform(failure -> LookUpRefusals.stored(kind, failure))
                .chain(() -> events.created(tx, kind, row))
                .replaceWith(row);
    }

    <E extends LookUp, R extends Record, V extends Record> Uni<E> change(
            Tx tx, LookUpKind<E, R, V> kind, E row, Sent<R> body) {
        V before = kind.view(row);
        R wanted = merging.merge(before, body, kind.request);
        E draft = kind.table.copy(row);
        kind.fill(draft, wanted);
        return before.equals(kind.view(draft))
                ? Uni.createFrom().item(row)
                : kind.check(tx, before, draft).chain(() -> store(tx, kind, row, wanted));
    }

    /** The session is told only now: what the checks asked, it would have answered from the change. */
    private <E extends LookUp, R extends Record, V extends Record> Uni<E> store(
            Tx tx, LookUpKind<E, R, V> kind, E row, R wanted) {
        V before = kind.view(row);
        kind.fill(row, wanted);
        row.next(request.caller().userId(), now());
        return Panache.getSession()
                .chain(session -> session.flush())
                .onFailure()
                .transform(failure -> LookUpRefusals.stored(kind, failure))
                .chain(() -> events.changed(tx, kind, before, row))
                .replaceWith(row);
    }

    <E extends LookUp> Uni<Void> delete(Tx tx, LookUpKind<E, ?, ?> kind, E row) {
        return LookUpRefusals.refuseUsed(tx, kind, row)
                .chain(() -> kind.end(tx, row))
                .chain(() -> Panache.getSession())
                .chain(session -> session.remove(row).call(session::flush))
                .onFailure()
                .transform(failure -> LookUpRefusals.removed(kind, failure))
                .chain(() -> events.deleted(tx, kind, row));
    }

    private static <E extends LookUp> E known(LookUpKind<E, ?, ?> kind, @Nullable E row) {
        if (row == null || !kind.has(row)) {
            throw LookUpRefusals.unknown(kind);
        }
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
