package io.deskgraph.gateway.tenant;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whoever keeps the tenants. Only the operator's own tenant has such callers. */
@Singleton
class Operator {

    private static final String BIND_TENANT = "SELECT set_config('app.tenant', $1, true)";

    private final CurrentRequest request;

    Operator(CurrentRequest request) {
        this.request = request;
    }

    /** @throws Problem 403 for anybody else, whatever their permissions */
    void require() {
        if (!request.caller().msp()) {
            throw Problem.forbidden("Only the operator keeps tenants");
        }
    }

    /** Does a part of the operator's transaction in another tenant's place, and comes back. */
    <T> Uni<T> within(Tx tx, UUID tenant, Function<Tx, Uni<T>> work) {
        return tx.sql(BIND_TENANT, tenant.toString())
                .chain(() -> work.apply(new Elsewhere(tenant, tx)))
                .call(() -> tx.sql(BIND_TENANT, tx.tenant().toString()));
    }

    private record Elsewhere(UUID tenant, Tx tx) implements Tx {

        @Override
        public Uni<RowSet<Row>> sql(String sql, @Nullable Object... args) {
            return tx.sql(sql, args);
        }

        @Override
        public Uni<RowSet<Row>> batch(String sql, List<Tuple> rows) {
            return tx.batch(sql, rows);
        }

        /** At once: later the transaction is in another tenant's place again. */
        @Override
        public Uni<Void> last(String sql, @Nullable Object... args) {
            return tx.sql(sql, args).replaceWithVoid();
        }

        @Override
        public void afterCommit(Runnable action) {
            tx.afterCommit(action);
        }
    }
}
