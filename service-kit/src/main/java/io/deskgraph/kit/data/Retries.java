package io.deskgraph.kit.data;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a transaction again that lost against another one and passes once that is over. */
public final class Retries {

    /** Two waited for each other and PostgreSQL ended one. */
    public static final String DEADLOCK = "40P01";

    /** What a row refers to went away in between. */
    public static final String LOST_REFERENCE = "23503";

    private static final int TIMES = 3;
    private static final int MAX_DEPTH = 10;

    private Retries() {}

    /**
     * @param states SQL states by which one loses
     * @param transaction a whole one, without effects elsewhere
     */
    public static <T> Uni<T> after(Set<String> states, Uni<T> transaction) {
        return transaction.onFailure(failure -> isOf(states, failure)).retry().atMost(TIMES);
    }

    /** Whether the failure comes from PostgreSQL with one of the states, however it was wrapped on its way. */
    public static boolean isOf(Set<String> states, Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof PgException refused) {
                return states.contains(String.valueOf(refused.getSqlState()));
            }
            cause = cause.getCause();
        }
        return false;
    }
}
