package io.deskgraph.kit.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a transaction in another tenant's place: for who keeps tenants, and for what comes from many of them. */
public final class Elsewhere implements Tx {

    private final UUID tenant;
    private final Tx tx;

    private Elsewhere(UUID tenant, Tx tx) {
        this.tenant = tenant;
        this.tx = tx;
    }

    /** Does the work in the tenant's place, and comes back. */
    public static <T> Uni<T> within(Tx tx, UUID tenant, Function<Tx, Uni<T>> work) {
        return tenant.equals(tx.tenant())
                ? work.apply(tx)
                : bind(tx, tenant)
                        .chain(() -> work.apply(new Elsewhere(tenant, tx)))
                        .call(() -> bind(tx, tx.tenant()));
    }

    private static Uni<RowSet<Row>> bind(Tx tx, UUID tenant) {
        return tx.sql(SqlTx.BIND_TENANT, tenant.toString());
    }

    @Override
    public UUID tenant() {
        return tenant;
    }

    @Override
    public Uni<RowSet<Row>> sql(String sql, @Nullable Object... args) {
        return tx.sql(sql, args);
    }

    @Override
    public Uni<RowSet<Row>> batch(String sql, List<Tuple> rows) {
        return tx.batch(sql, rows);
    }

    /** At once: at the end the transaction is in another tenant's place again. */
    @Override
    public Uni<Void> last(String sql, @Nullable Object... args) {
        return tx.sql(sql, args).replaceWithVoid();
    }

    @Override
    public void afterCommit(Runnable action) {
        tx.afterCommit(action);
    }
}
