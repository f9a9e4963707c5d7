package io.deskgraph.tickets.bundle;

import java.util.List;
import java.util.UUID;

/**
 * What became of the children when their master changed.
 *
 * @param updated those that changed
 * @param skipped what was not handed down, and why
 */
record SyncReport(List<UUID> updated, List<Skipped> skipped) {

    static final SyncReport NOTHING = new SyncReport(List.of(), List.of());

    /** @param reason {@code no_matching_status} or {@code already_closed} */
    record Skipped(UUID ticketId, String ticketNumber, String field, String reason) {}
}
