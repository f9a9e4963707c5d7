package io.deskgraph.assets.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.kit.http.Sent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed in this dialect; members that are not sent stay. */
@JsonNaming(LowerCamelCaseStrategy.class)
record CatalogUpdate(
        @Schema(examples = "Printer floor 4") @Nullable String assetName,
        @Schema(examples = "Moved upstairs") @Nullable String description,

        @JsonProperty("isDistributable") @Schema(description = "Accepted and ignored") @Nullable
        Boolean distributable,

        @Nullable List<String> tags) {

    static AssetChange change(Sent<CatalogUpdate> sent) {
        CatalogUpdate body = sent.body();
        new CatalogChecks().name(body.assetName).description(body.description).done();
        return AssetChange.described(
                AssetChange.absent("databaseId"),
                AssetChange.absent("assetId"),
                sent.member("assetName", body.assetName),
                AssetChange.absent("assetType"),
                sent.member("description", body.description),
                sent.member("tags", body.tags));
    }

    /** Asked for before an asset goes for good. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record Confirmation(
            @Schema(required = true, examples = "true") @Nullable
            Boolean confirmPermanentDelete) {}
}
