package io.deskgraph.gateway.link;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answers of writes, one record for each kind of thing that was written. */
public final class Done {

    private Done() {}

    /** @param constraint the request as JSON text; null after a deletion */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    public record ConstraintDone(
            boolean success,
            String message,
            String constraintId,
            String operation,
            Instant timestamp,
            @Nullable String constraint) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    public record RoleDone(boolean success, String message, String roleName, String operation, Instant timestamp) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    public record UserRolesDone(boolean success, String message, String userId, String operation, Instant timestamp) {}

    /** A text that stands for the whole answer. */
    public record Message(String message) {}
}
