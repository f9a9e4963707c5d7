package io.deskgraph.assets.checkout;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step in an asset's history, with the names of then. */
@Schema(name = "HistoryEntry")
public record HistoryEntry(
        @Schema(
                enumeration = {"checkout", "checkin"},
                examples = "checkout")
        String action,

        @Schema(examples = "Ada Lovelace") String employeeName,
        @Schema(examples = "Terry Technician") String performedBy,
        @Schema(examples = "With bag and charger") String note,
        @Schema(examples = "2026-11-21T09:30:00.000Z") Instant timestamp) {}
