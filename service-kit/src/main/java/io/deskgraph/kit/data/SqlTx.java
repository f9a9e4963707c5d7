package io.deskgraph.kit.data;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction over the SQL client. Its begin, which binds it to the tenant, is sent without waiting for the answer: the
 * connection keeps the order, and when it fails PostgreSQL refuses everything after it. Requests that share one use it from
 * their own event loops.
 */
final class SqlTx implements Tx {

    static final String BIND_TENANT = "SELECT set_config('app.tenant', $1, true)";

    /** One message instead of two; what follows is a UUID, so there is nothing to escape. */
    private static final String BEGIN_AS = "BEGIN; SET LOCAL app.tenant = '";

    private final SqlConnection connection;
    private final UUID tenant;
    private final Map<String, List<io.vertx.sqlclient.Tuple>> keptBack =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<Runnable> afterCommit = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable Throwable broken;

    private SqlTx(SqlConnection connection, UUID tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    static SqlTx begin(SqlConnection connection, UUID tenant) {
        SqlTx tx = new SqlTx(connection, tenant);
        tx.send(BEGIN_AS + tenant + "'");
        return tx;
    }

    @Override
    public UUID tenant() {
        return tenant;
    }

    @Override
    public Uni<RowSet<Row>> sql(String sql, @Nullable Object... args) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.from(args))
                .onFailure()
                .invoke(this::remember);
    }

    @Override
    public Uni<RowSet<Row>> batch(String sql, List<Tuple> rows) {
        return connection.preparedQuery(sql).executeBatch(rows).onFailure().invoke(this::remember);
    }

    @Override
    public Uni<Void> last(String sql, @Nullable Object... args) {
        return Uni.createFrom().item(() -> {
            keptBack.merge(sql, List.of(io.vertx.sqlclient.Tuple.from(args)), SqlTx::both);
            return null;
        });
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Runs the work, then commits, or rolls back when it or any of its statements failed. */
    <T> Uni<T> complete(Function<Tx, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(this))
                .onItemOrFailure()
                .transformToUni(this::end)
                .eventually(connection::close);
    }

    /** A whole transaction of one statement, of which nothing waits for an answer before it is sent. */
    static Future<RowSet<Row>> only(
            io.vertx.sqlclient.SqlConnection connection, UUID tenant, String sql, @Nullable Object... args) {
        SqlTx tx = begin(SqlConnection.newInstance(connection), tenant);
        var rows = tx.prepared(sql, args);
        var committed = tx.send("COMMIT");
        return rows.compose(result -> committed.map(RowSet.newInstance(result, Row.__TYPE_ARG)))
                .eventually(() -> connection.close());
    }

    private <T> Uni<T> end(@Nullable T item, @Nullable Throwable failure) {
        Throwable cause = failure != null ? failure : broken;
        if (cause == null) {
            keptBack.forEach((sql, rows) ->
                    watch(connection.getDelegate().preparedQuery(sql).executeBatch(rows)));
            return uni(send("COMMIT")).chain(() -> committed(item));
        }
        return uni(send("ROLLBACK")).onItemOrFailure().transformToUni((done, ignored) -> Uni.createFrom()
                .failure(cause));
    }

    /** COMMIT has answered; but where a statement that went along with it failed, it has rolled back. */
    private <T> Uni<T> committed(@Nullable T item) {
        if (broken != null) {
            return Uni.createFrom().failure(broken);
        }
        afterCommit.forEach(Runnable::run);
        return Uni.createFrom().item(item);
    }

    private Future<io.vertx.sqlclient.RowSet<io.vertx.sqlclient.Row>> prepared(String sql, @Nullable Object... args) {
        return connection.getDelegate().preparedQuery(sql).execute(io.vertx.sqlclient.Tuple.from(args));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private Future<?> send(String command) {
        return watch(connection.getDelegate().query(command).execute());
    }

    /** COMMIT of an aborted transaction answers success and rolls back, so a failure that work swallowed is kept. */
    private <T> Future<T> watch(Future<T> statement) {
        return statement.onFailure(this::remember);
    }

    private void remember(Throwable failure) {
        if (broken == null) {
            broken = failure;
        }
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
