package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.deskgraph.kit.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partial update. A component is null where the member was not sent, and empty where it was sent as null, which only
 * contact, assignee and due date may be.
 */
@SuppressWarnings("NullableOptional")
public record UpdateTicket(
        @Nullable Optional<@NotBlank @Size(max = 255) String> title,
        @Nullable Optional<@NotNull UUID> clientId,
        @Nullable Optional<@NotNull UUID> boardId,
        @Nullable Optional<@NotNull UUID> statusId,
        @Nullable Optional<@NotNull UUID> priorityId,

        @Nullable
        Optional<
                        @NotNull @Pattern(regexp = CreateTicket.URL, message = "must be an absolute URL")
                        @Size(max = 2048) String>
                url,

        @Nullable Optional<@NotNull UUID> locationId,
        @Nullable Optional<UUID> contactNameId,
        @Nullable Optional<@NotNull UUID> categoryId,
        @Nullable Optional<@NotNull UUID> subcategoryId,
        @Nullable Optional<UUID> assignedTo,
        @Nullable Optional<Instant> dueDate,
        @Nullable Optional<@NotNull Map<String, @Nullable Object>> attributes,
        @Nullable Optional<@NotNull @Size(max = 100) List<@NotNull @Size(max = 50) String>> tags,

        @JsonProperty("suppressContactNotifications") @Nullable
        Boolean suppressContactNotifications,

        @JsonProperty("suppressInternalNotifications") @Nullable
        Boolean suppressInternalNotifications) {

    /** The ticket as it would be; what was not sent stays. */
    TicketDraft appliedTo(TicketDraft ticket) {
        requireConsistentSuppression();
        return new TicketDraft(
                required(title, ticket.title()),
                nullable(url, ticket.url()),
                required(clientId, ticket.clientId()),
                nullable(contactNameId, ticket.contactNameId()),
                nullable(locationId, ticket.locationId()),
                board(ticket),
                required(statusId, ticket.statusId()),
                nullable(categoryId, ticket.categoryId()),
                nullable(subcategoryId, ticket.subcategoryId()),
                required(priorityId, ticket.priorityId()),
                nullable(assignedTo, ticket.assignedTo()),
                TicketDraft.stored(nullable(dueDate, ticket.dueDate())),
                TicketDraft.stored(nullable(attributes, ticket.attributes())),
                tags == null ? ticket.tags() : TagTexts.replacing(ticket.tags(), tags.orElse(List.of())));
    }

    private UUID board(TicketDraft ticket) {
        UUID board = required(boardId, ticket.boardId());
        if (statusId == null && !board.equals(ticket.boardId())) {
            throw Problem.invalid("status_id", "Changing the board requires a status of the destination board");
        }
        return board;
    }

    private void requireConsistentSuppression() {
        boolean internal = Boolean.TRUE.equals(suppressInternalNotifications);
        if (internal && !Boolean.TRUE.equals(suppressContactNotifications)) {
            throw Problem.invalid(
                    "suppressInternalNotifications",
                    "suppressInternalNotifications requires suppressContactNotifications");
        }
    }

    private static <T> T required(@Nullable Optional<T> sent, T present) {
        return sent == null ? present : sent.orElse(present);
    }

    private static <T> @Nullable T nullable(@Nullable Optional<T> sent, @Nullable T present) {
        return sent == null ? present : sent.orElse(null);
    }
}
