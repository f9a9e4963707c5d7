package io.deskgraph.contracts.ticket;

import java.util.List;
import java.util.UUID;

/**
 * A master ticket with its children.
 *
 * @param bundleId stays when another ticket becomes the master
 * @param mode link_only or sync_updates
 */
public record BundleState(
        UUID tenant,
        UUID bundleId,
        UUID masterTicketId,
        List<UUID> childTicketIds,
        String mode,
        boolean reopenOnChildReply,
        long version) {}
