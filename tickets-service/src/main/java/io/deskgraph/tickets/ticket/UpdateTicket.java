package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partial update: what is not sent stays. What null means is for the method to say. */
public record UpdateTicket(
        @Nullable @Size(max = 255) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String title,

        @Nullable UUID clientId,
        @Nullable UUID boardId,
        @Nullable UUID statusId,
        @Nullable UUID priorityId,

        @Nullable @Pattern(regexp = CreateTicket.URL, message = "must be an absolute URL") @Size(max = 2048)
        String url,

        @Nullable UUID locationId,
        @Nullable UUID contactNameId,
        @Nullable UUID categoryId,
        @Nullable UUID subcategoryId,
        @Nullable UUID assignedTo,
        @Nullable Instant dueDate,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable @Size(max = 100) List<@NotNull @Size(max = 50) String> tags,

        @Nullable Boolean overrideCloseRules,
        @Nullable @Size(max = 1000) String overrideCloseRulesReason,

        @JsonProperty("suppressContactNotifications") @Nullable
        Boolean suppressContactNotifications,

        @JsonProperty("suppressInternalNotifications") @Nullable
        Boolean suppressInternalNotifications) {}
