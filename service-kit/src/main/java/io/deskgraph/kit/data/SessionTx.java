package io.deskgraph.kit.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.jspecify.annotations.Nullable;

/** A transaction of a Panache session; statements go over the session's connection, after what it has to flush. */
final class SessionTx implements Tx {

    private final Mutiny.Session session;
    private final UUID tenant;
    private final List<Runnable> afterCommit;

    private SessionTx(Mutiny.Session session, UUID tenant, List<Runnable> afterCommit) {
        this.session = session;
        this.tenant = tenant;
        this.afterCommit = afterCommit;
    }

    /** @param afterCommit takes what whoever commits has to run then */
    static <T> Uni<T> bind(Mutiny.Session session, UUID tenant, List<Runnable> afterCommit, Function<Tx, Uni<T>> work) {
        SessionTx tx = new SessionTx(session, tenant, afterCommit);
        return tx.execute(SqlTx.BIND_TENANT, io.vertx.sqlclient.Tuple.of(tenant.toString()))
                .chain(() -> work.apply(tx));
    }

    @Override
    public UUID tenant() {
        return tenant;
    }

    @Override
    public Uni<RowSet<Row>> sql(String sql, @Nullable Object... args) {
        return session.flush().chain(() -> execute(sql, io.vertx.sqlclient.Tuple.from(args)));
    }

    @Override
    public Uni<RowSet<Row>> batch(String sql, List<Tuple> rows) {
        var tuples = rows.stream().map(Tuple::getDelegate).toList();
        return session.flush().chain(() -> uni(() -> connection().preparedQueryBatch(sql, tuples)));
    }

    @Override
    public Uni<Void> last(String sql, @Nullable Object... args) {
        return sql(sql, args).replaceWithVoid();
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    private Uni<RowSet<Row>> execute(String sql, io.vertx.sqlclient.Tuple args) {
        return uni(() -> connection().preparedQuery(sql, args));
    }

    private SqlClientConnection connection() {
        return (SqlClientConnection) ((MutinySessionImpl) session).getReactiveConnection();
    }

    private static Uni<RowSet<Row>> uni(
            Supplier<CompletionStage<io.vertx.sqlclient.RowSet<io.vertx.sqlclient.Row>>> statement) {
        return Uni.createFrom().completionStage(statement).map(rows -> RowSet.newInstance(rows, Row.__TYPE_ARG));
    }
}
