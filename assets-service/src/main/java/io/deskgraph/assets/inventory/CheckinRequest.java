package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetStatus;
import io.deskgraph.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an asset comes back. */
record CheckinRequest(
        @Schema(examples = "Charger missing") @Nullable String note,

        @Schema(
                description = "What the asset is then",
                enumeration = {"available", "maintenance", "retired"},
                defaultValue = "available",
                examples = "available")
        @Nullable
        String status) {

    static final CheckinRequest PLAIN = new CheckinRequest(null, null);

    AssetStatus next() {
        return status == null
                ? AssetStatus.AVAILABLE
                : AssetStatus.named(status)
                        .filter(named -> named != AssetStatus.DEPLOYED)
                        .orElseThrow(() -> Problem.invalid("status", "Must be one of available, maintenance, retired"));
    }

    String said() {
        return Notes.of(note);
    }
}
