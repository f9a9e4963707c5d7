package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts one more person on a ticket.
 *
 * @param role what for; support when not said
 */
public record AddAgent(
        @NotNull UUID userId,
        @Nullable @Size(min = 1, max = 50) String role,

        @JsonProperty("suppressContactNotifications") @Nullable
        Boolean suppressContactNotifications,

        @JsonProperty("suppressInternalNotifications") @Nullable
        Boolean suppressInternalNotifications) {

    private static final String DEFAULT_ROLE = "support";

    String roleOrDefault() {
        return role == null ? DEFAULT_ROLE : role;
    }
}
