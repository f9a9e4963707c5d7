package io.deskgraph.links.association;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pair to be linked, seen from the side that asks. */
record NewLink(
        Side side,
        UUID assetId,
        UUID ticketId,
        String relationshipType,
        @Nullable String notes) {

    static NewLink fromAsset(UUID assetId, LinkRequest request) {
        return new NewLink(Side.ASSET, assetId, request.otherEnd(), request.relationshipType(), request.notes());
    }

    static NewLink fromTicket(UUID ticketId, LinkRequest request) {
        return new NewLink(Side.TICKET, request.otherEnd(), ticketId, request.relationshipType(), request.notes());
    }
}
