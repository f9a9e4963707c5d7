package io.deskgraph.assets.catalog;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done to an asset. */
@JsonNaming(LowerCamelCaseStrategy.class)
record CatalogOperation(
        boolean success,

        @Schema(examples = "Asset PRN-0042 updated successfully")
        String message,

        @Schema(examples = "PRN-0042") String assetId,

        @Schema(
                enumeration = {"update", "archive", "unarchive", "delete"},
                examples = "update")
        String operation,

        Instant timestamp) {

    static CatalogOperation of(String assetId, String operation, Clock clock) {
        return new CatalogOperation(
                true,
                "Asset " + assetId + " " + operation + "d successfully",
                assetId,
                operation,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
