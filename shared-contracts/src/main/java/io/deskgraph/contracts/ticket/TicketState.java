package io.deskgraph.contracts.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket.
 *
 * @param assignedTo the primary agent
 * @param isClosed the closed flag of its status
 * @param attributes free members; {@code description} is the ticket's text
 * @param ticketOrigin internal, client_portal, inbound_email or api
 * @param masterTicketId the master of the bundle it is a child of
 * @param responseState awaiting_client or awaiting_internal
 * @param tags tag texts, sorted
 */
public record TicketState(
        UUID tenant,
        UUID ticketId,
        String ticketNumber,
        String title,
        @Nullable String url,
        @Nullable UUID clientId,
        @Nullable UUID contactNameId,
        @Nullable UUID locationId,
        @Nullable UUID boardId,
        @Nullable UUID statusId,
        @Nullable UUID categoryId,
        @Nullable UUID subcategoryId,
        @Nullable UUID priorityId,
        @Nullable UUID severityId,
        @Nullable UUID urgencyId,
        @Nullable UUID impactId,
        @Nullable UUID assignedTo,
        @Nullable UUID enteredBy,
        @Nullable UUID updatedBy,
        @Nullable UUID closedBy,
        Instant enteredAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        boolean isClosed,
        @Nullable Instant dueDate,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable String source,
        String ticketOrigin,
        @Nullable UUID masterTicketId,
        @Nullable String responseState,
        @Nullable Integer itilImpact,
        @Nullable Integer itilUrgency,
        @Nullable Integer itilPriorityLevel,
        boolean escalated,
        @Nullable Integer escalationLevel,
        @Nullable Instant escalatedAt,
        @Nullable UUID escalatedBy,
        @Nullable UUID billingProfileId,
        List<String> tags,
        long version) {}
