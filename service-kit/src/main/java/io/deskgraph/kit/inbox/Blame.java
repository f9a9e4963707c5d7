package io.deskgraph.kit.inbox;

import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an event that cannot be applied from a database that cannot be reached or asks to try again. */
final class Blame {

    /** Connection, transaction rollback, resources, operator intervention. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    private Blame() {}

    static boolean isOnTheDatabase(Throwable failure) {
        PgException refused = find(failure);
        if (refused != null) {
            String state = refused.getSqlState();
            return state == null || PASSING_CLASSES.contains(state.substring(0, 2));
        }
        return failure instanceof java.io.IOException
                || failure instanceof io.vertx.core.VertxException
                || failure instanceof io.vertx.core.impl.NoStackTraceThrowable;
    }

    private static @Nullable PgException find(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return refused;
            }
        }
        return null;
    }
}
