package io.deskgraph.kit.problem;

import io.deskgraph.contracts.ErrorCode;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure in or on the way to PostgreSQL means to the client. Looks through whatever wraps it: Hibernate, Mutiny
 * and the driver each have wrappers of their own.
 */
final class DatabaseFailures {

    private static final int MAX_DEPTH = 10;
    private static final int RETRY_SECONDS = 1;

    /** Deadlock, serialisation, lock and statement time-outs, shutdown, too many connections: the same call may pass soon. */
    private static final Set<String> TRANSIENT =
            Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "53300", "53400", "25P03");

    /** Messages of the SQL client's exceptions that have no class of their own. */
    private static final List<String> CONNECTION_LOST =
            List.of("Timeout", "Connection was closed", "Connection is not active now", "Failed to read any response");

    private DatabaseFailures() {}

    /** Null when the failure says nothing about the request or the database's availability. */
    static @Nullable Problem explain(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            Problem known = explainOne(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static @Nullable Problem explainOne(Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof PgException pg) {
            return bySqlState(pg.getSqlState());
        }
        if (cause instanceof SQLException sql) {
            return bySqlState(sql.getSQLState());
        }
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return Problem.conflict("The resource was changed by another request");
        }
        return isConnectionLost(cause) ? unavailable() : null;
    }

    private static @Nullable Problem bySqlState(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "23505", "23P01" -> Problem.conflict("Resource already exists");
            case "23503", "23001" -> Problem.of(ErrorCode.BAD_REQUEST, "Invalid reference");
            case "23502", "23514" -> Problem.invalid("Validation failed");
            case "22001" -> Problem.invalid("A text is too long");
            case "22003" -> Problem.invalid("A number is out of range");
            case "22021", "22P05" -> Problem.invalid("A text contains a character that is not allowed");
            case "22007", "22008" -> Problem.invalid("A date or time is out of range");
            case "22P02" -> Problem.invalid("A value has the wrong form");
            default -> TRANSIENT.contains(state) || state.startsWith("08") ? unavailable() : null;
        };
    }

    private static boolean isConnectionLost(Throwable cause) {
        return cause instanceof ConnectionPoolTooBusyException
                || cause instanceof TimeoutException
                || cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException
                || cause.getClass().getName().startsWith("io.netty.channel.")
                || cause.getMessage() != null
                        && cause.getClass().getName().startsWith("io.vertx.")
                        && CONNECTION_LOST.stream().anyMatch(cause.getMessage()::startsWith);
    }

    private static Problem unavailable() {
        return Problem.unavailable("The service is busy, try again", RETRY_SECONDS);
    }
}
