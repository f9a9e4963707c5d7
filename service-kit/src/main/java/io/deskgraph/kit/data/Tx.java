package io.deskgraph.kit.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open transaction of one tenant. Methods that write take it as a parameter, so they cannot run outside one. */
public interface Tx {

    UUID tenant();

    /** Runs a prepared statement with parameters {@code $1}, {@code $2}, … */
    Uni<RowSet<Row>> sql(String sql, @Nullable Object... args);

    /** Runs one prepared statement for each tuple, in one flight. */
    Uni<RowSet<Row>> batch(String sql, List<Tuple> rows);

    /**
     * Runs a statement on which nothing in the transaction depends. It may be kept back and sent in one flight with the
     * commit, so that locks are not held while its answer travels; where it fails, the transaction does. Those with the same
     * text keep their order, and go as one.
     */
    Uni<Void> last(String sql, @Nullable Object... args);

    /** Called once the transaction is committed, and never when it is rolled back. */
    void afterCommit(Runnable action);
}
