package io.deskgraph.tickets.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param attributes free members; {@code description} is the ticket's text
 * @param tags texts; those that do not exist yet come into being
 */
public record CreateTicket(
        @NotBlank @Size(max = 255) String title,
        @NotNull UUID clientId,
        @NotNull UUID boardId,
        @NotNull UUID statusId,
        @NotNull UUID priorityId,

        @Pattern(regexp = URL, message = "must be an absolute URL") @Size(max = 2048) @Nullable
        String url,

        @Nullable UUID locationId,
        @Nullable UUID contactNameId,
        @Nullable UUID categoryId,
        @Nullable UUID subcategoryId,
        @Nullable UUID assignedTo,
        @Nullable Instant dueDate,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable @Size(max = 100) List<@NotNull @Size(max = 50) String> tags) {

    static final String URL = "[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]\\S*";
}
