package io.deskgraph.kit.data;

import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.kit.trace.Spans;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The only door to the database. A transaction that has begun runs to its end even when the client has gone, so that a
 * dropped connection leaves neither half a change nor a connection that nobody returns.
 */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final CurrentRequest request;
    private final SharedTransactions shared;

    Transactions(Pool pool, CurrentRequest request) {
        this.pool = pool;
        this.request = request;
        this.shared = new SharedTransactions(this::open);
    }

    /** Runs the work in one transaction of the caller's tenant. */
    public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> run(request.tenantId(), work));
    }

    /** Runs the work in one transaction of the named tenant: for consumers, which have no caller. */
    public <T> Uni<T> run(UUID tenant, Function<Tx, Uni<T>> work) {
        return toItsEnd(() -> open(tenant, work));
    }

    /**
     * As {@link #run(Function)}, for work that needs the lock on a row which other requests of the tenant need as well: those
     * that would wait for each other share a transaction. The work may be done twice, the first time in vain.
     *
     * @param apart keeps work with an equal one in different transactions; null goes with everything
     */
    public <T> Uni<T> share(@Nullable Object apart, Function<Tx, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            UUID tenant = request.tenantId();
            return toItsEnd(() -> shared.run(tenant, apart, work));
        });
    }

    /** As {@link #run(Function)}, with a Panache session; {@link Tx#sql} uses the session's own connection. */
    public <T> Uni<T> session(Function<Tx, Uni<T>> work) {
        return toItsEnd(() -> {
            List<Runnable> afterCommit = new ArrayList<>();
            return Panache.withTransaction(() -> Panache.getSession()
                            .chain(session -> SessionTx.bind(session, request.tenantId(), afterCommit, work)))
                    .invoke(() -> afterCommit.forEach(Runnable::run));
        });
    }

    /** Runs one statement for the caller's tenant; the whole transaction is sent in one flight. */
    public Uni<RowSet<Row>> read(String sql, @Nullable Object... args) {
        return toItsEnd(() -> {
            UUID tenant = request.tenantId();
            return uni(() -> pool.getDelegate()
                    .getConnection()
                    .compose(connection -> SqlTx.only(connection, tenant, sql, args)));
        });
    }

    /** One step of the pipeline instead of one for each future: each costs a hand-over of contexts. */
    private static Uni<RowSet<Row>> uni(Supplier<Future<RowSet<Row>>> work) {
        return Uni.createFrom()
                .emitter(emitter -> work.get().onSuccess(emitter::complete).onFailure(emitter::fail));
    }

    private <T> Uni<T> open(UUID tenant, Function<Tx, Uni<T>> work) {
        return pool.getConnection()
                .chain(connection -> SqlTx.begin(connection, tenant).complete(work));
    }

    private static <T> Uni<T> toItsEnd(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> Spans.transaction(work.get()).subscribe().with(emitter::complete, emitter::fail));
    }
}
