package io.deskgraph.links.association;

import io.deskgraph.contracts.link.TicketAssetLinkState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link as both sides answer it when it is made; the entity is always a ticket. */
record LinkView(
        UUID tenant,
        UUID assetId,
        UUID entityId,
        String entityType,
        String relationshipType,
        @Nullable String notes,
        @Nullable UUID createdBy,
        Instant createdAt) {

    static LinkView of(TicketAssetLinkState link) {
        return new LinkView(
                link.tenant(),
                link.assetId(),
                link.ticketId(),
                "ticket",
                link.relationshipType(),
                link.notes(),
                link.createdBy(),
                link.createdAt());
    }
}
