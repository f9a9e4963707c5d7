package io.deskgraph.tickets.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that lock several tickets do so in one order, by what they have just read about them; when roles in a bundle
 * change in between, two may still wait for each other. PostgreSQL then ends one of them, which is run again.
 */
public final class Deadlocks {

    private static final String DETECTED = "40P01";
    private static final int TIMES = 3;
    private static final int MAX_DEPTH = 10;

    private Deadlocks() {}

    /** @param transaction a whole one, without effects elsewhere */
    public static <T> Uni<T> again(Uni<T> transaction) {
        return transaction.onFailure(Deadlocks::isOne).retry().atMost(TIMES);
    }

    private static boolean isOne(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof PgException refused) {
                return DETECTED.equals(refused.getSqlState());
            }
            cause = cause.getCause();
        }
        return false;
    }
}
