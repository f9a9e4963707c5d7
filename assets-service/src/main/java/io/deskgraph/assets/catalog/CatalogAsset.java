package io.deskgraph.assets.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.assets.asset.AssetStatus;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.contracts.asset.AssetState;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An asset as this dialect shows it. Files are no part of this suite, so distribution is never restricted. */
@JsonNaming(LowerCamelCaseStrategy.class)
record CatalogAsset(
        @Schema(examples = "default") String databaseId,

        @Schema(description = "The asset's tag", examples = "PRN-0042")
        String assetId,

        @Schema(examples = "Printer floor 3") String assetName,
        @Schema(examples = "Roller ordered") String description,
        @JsonProperty("isDistributable") boolean distributable,
        List<String> tags,
        @Schema(examples = "printer") String assetType,

        @Schema(
                enumeration = {"active", "archived"},
                examples = "active")
        String status,

        @Schema(description = "The id of the same asset in the other dialects")
        UUID uuid) {

    static CatalogAsset of(StoredAsset asset) {
        AssetState state = asset.state();
        return new CatalogAsset(
                state.databaseId(),
                state.assetTag(),
                state.name(),
                state.notes(),
                true,
                state.tags(),
                state.assetType(),
                state.status().equals(AssetStatus.RETIRED.wire()) ? "archived" : "active",
                state.assetId());
    }
}
