package io.deskgraph.contracts.link;

import io.deskgraph.contracts.event.Change;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The end of a ticket-asset link, by hand or because one of its ends was deleted. */
public record TicketAssetUnlinked(
        @Nullable TicketAssetLinkState after, Map<String, Change> changed, UUID assetId, UUID ticketId) {

    public static TicketAssetUnlinked of(UUID assetId, UUID ticketId) {
        return new TicketAssetUnlinked(null, Map.of(), assetId, ticketId);
    }
}
