package io.deskgraph.contracts.link;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket concerns an asset. At most one such link exists per pair; a new link of the same pair has a new id. */
public record TicketAssetLinkState(
        UUID tenant,
        UUID linkId,
        UUID assetId,
        UUID ticketId,
        String relationshipType,
        @Nullable String notes,
        @Nullable UUID createdBy,
        Instant createdAt,
        long version) {}
