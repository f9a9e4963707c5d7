package io.deskgraph.assets.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Member;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new asset in this dialect. */
@JsonNaming(LowerCamelCaseStrategy.class)
record CatalogCreation(
        @Schema(required = true, examples = "default") @Nullable
        String databaseId,

        @Schema(required = true, examples = "Printer floor 3") @Nullable
        String assetName,

        @Schema(required = true, examples = "Laser, black and white") @Nullable
        String description,

        @JsonProperty("isDistributable") @Schema(required = true, description = "Accepted and ignored") @Nullable
        Boolean distributable,

        @Nullable List<String> tags,

        @Schema(description = "The tag; made up where it is absent", examples = "PRN-0042") @Nullable
        String assetId) {

    private static final String NO_TYPE = "none";

    /** Names its tag, also where the client left that to us. */
    CatalogCreation named() {
        String id = assetId == null ? "x" + Ids.next() : assetId.strip();
        return new CatalogCreation(databaseId, assetName, description, distributable, tags, id);
    }

    AssetChange change() {
        new CatalogChecks()
                .required("databaseId", databaseId)
                .required("assetName", assetName)
                .required("description", description)
                .required("isDistributable", distributable)
                .name(assetName)
                .description(description)
                .id(assetId)
                .done();
        return AssetChange.described(
                sent("databaseId", databaseId),
                sent("assetId", assetId),
                sent("assetName", assetName),
                sent("assetType", NO_TYPE),
                sent("description", description),
                sent("tags", tags));
    }

    private static <T> Member<T> sent(String name, @Nullable T value) {
        return new Member<>(name, true, value);
    }

    /** The answer. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record Created(
            @Schema(examples = "PRN-0042") String assetId,
            @Schema(examples = "Asset created") String message) {}
}
