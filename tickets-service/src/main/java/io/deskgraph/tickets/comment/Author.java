package io.deskgraph.tickets.comment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who adds a comment.
 *
 * @param cause the event that made the system add it; null for people
 */
public record Author(@Nullable UUID userId, @Nullable UUID cause) {

    /** The caller of the request at hand. */
    public static Author agent(UUID userId) {
        return new Author(userId, null);
    }

    /** The system, because of an event. */
    public static Author system(UUID cause) {
        return new Author(null, cause);
    }

    boolean isSystem() {
        return cause != null;
    }

    String type() {
        return isSystem() ? "unknown" : "internal";
    }
}
