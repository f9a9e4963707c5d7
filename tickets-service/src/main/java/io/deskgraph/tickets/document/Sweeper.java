package io.deskgraph.tickets.document;

import io.deskgraph.tickets.sql.Times;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Removes bytes that are due on the list of those that nothing owns, for all tenants, so under the system role. A row is
 * locked while its bytes are removed: an upload that is just becoming a document waits, and then finds that it is late.
 * Several replicas may sweep at once.
 */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private static final String NEXT = """
            SELECT tenant_id, file_id, storage_path FROM unowned_files WHERE due_at <= $1
            ORDER BY due_at, file_id LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String POSTPONE = "UPDATE unowned_files SET due_at = $3 WHERE tenant_id = $1 AND file_id = $2";
    private static final String REMOVE = "DELETE FROM unowned_files WHERE tenant_id = $1 AND file_id = $2";

    private final Vertx vertx;
    private final SystemConnection system;
    private final DocumentStore store;
    private final Clock clock;
    private final long interval;
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private long timer = -1;
    private volatile boolean stopped;

    Sweeper(Vertx vertx, SystemConnection system, DocumentStore store, DocumentConfig config, Clock clock) {
        this.vertx = vertx;
        this.system = system;
        this.store = store;
        this.clock = clock;
        this.interval = config.sweepInterval().toMillis();
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(interval, tick -> wake());
    }

    /** Before the beans that a sweep works with are gone: what is under way ends early, and its rows are due again. */
    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Sweeps soon; does not wait for it. */
    void wake() {
        again.set(!stopped);
        if (!stopped && sweeping.compareAndSet(false, true)) {
            again.set(false);
            sweep().subscribe().with(done -> rest(), this::failed);
        }
    }

    private void failed(Throwable failure) {
        if (!stopped) {
            LOG.warn("Bytes of documents could not be removed; they are tried again", failure);
        }
        again.set(false);
        rest();
    }

    private void rest() {
        sweeping.set(false);
        if (again.getAndSet(false)) {
            wake();
        }
    }

    private Uni<Void> sweep() {
        return system.open().chain(connection -> untilNothingIsDue(connection).eventually(connection::close));
    }

    private Uni<Void> untilNothingIsDue(PgConnection connection) {
        return one(connection)
                .chain(found -> found && !stopped
                        ? untilNothingIsDue(connection)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> one(PgConnection connection) {
        return connection.begin().chain(transaction -> remove(connection)
                .call(transaction::commit)
                .onFailure()
                .call(() -> transaction.rollback().onFailure().recoverWithNull()));
    }

    private Uni<Boolean> remove(SqlConnection connection) {
        return connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(Times.at(clock.instant())))
                .chain(due -> due.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : remove(connection, due.iterator().next()).replaceWith(true));
    }

    /** One that cannot be removed now must not stand in the way of the others. */
    private Uni<RowSet<Row>> remove(SqlConnection connection, Row due) {
        UUID tenant = due.getUUID("tenant_id");
        UUID file = due.getUUID("file_id");
        return store.delete(due.getString("storage_path"))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> later(due, failure))
                .chain(gone -> gone
                        ? connection.preparedQuery(REMOVE).execute(Tuple.of(tenant, file))
                        : connection.preparedQuery(POSTPONE).execute(Tuple.of(tenant, file, nextTime())));
    }

    private static boolean later(Row due, Throwable failure) {
        LOG.warnf(failure, "%s could not be removed; it is tried again", due.getString("storage_path"));
        return false;
    }

    private OffsetDateTime nextTime() {
        return OffsetDateTime.ofInstant(clock.instant().plusMillis(interval), ZoneOffset.UTC);
    }
}
