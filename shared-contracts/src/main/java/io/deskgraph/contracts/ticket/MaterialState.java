package io.deskgraph.contracts.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was used on a ticket.
 *
 * @param serviceId the product of the catalogue
 * @param rate minor units of the currency, per piece
 */
public record MaterialState(
        UUID ticketMaterialId,
        UUID ticketId,
        UUID clientId,
        UUID serviceId,
        int quantity,
        long rate,
        String currencyCode,
        @Nullable String description,
        boolean isBilled,
        Instant createdAt,
        Instant updatedAt) {}
