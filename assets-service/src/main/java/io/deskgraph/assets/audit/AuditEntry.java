package io.deskgraph.assets.audit;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.Change;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change of an asset.
 *
 * @param before null where the asset was created
 * @param after null where it was deleted
 * @param changes each member that differs between the two
 */
public record AuditEntry(
        UUID auditId,
        UUID assetId,
        @Schema(examples = "2") long version,

        @Schema(
                enumeration = {"created", "updated", "checked_out", "checked_in", "deleted"},
                examples = "updated")
        String action,

        Instant occurredAt,
        @Nullable UUID actorId,

        @Schema(
                enumeration = {"USER", "API_KEY", "SYSTEM"},
                examples = "USER")
        String actorType,

        @Schema(examples = "Terry Technician") String actorName,
        @Nullable String requestId,
        @Nullable AssetState before,
        @Nullable AssetState after,
        Map<String, Change> changes) {}
