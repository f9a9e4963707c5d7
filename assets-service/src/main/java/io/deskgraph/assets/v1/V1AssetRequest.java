package io.deskgraph.assets.v1;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.assets.asset.ReferenceKey;
import io.deskgraph.kit.http.Sent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this dialect accepts of an asset; in an update each member is optional. */
record V1AssetRequest(
        @Nullable String assetTag,
        @Nullable String name,
        @Nullable String assetType,
        @Nullable String status,
        @Nullable UUID clientId,
        @Nullable UUID locationId,
        @Nullable UUID categoryId,
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,

        @JsonDeserialize(using = DateOrTime.class) @Nullable LocalDate purchaseDate,

        @Nullable BigDecimal purchaseCost,

        @JsonDeserialize(using = DateOrTime.class) @Nullable LocalDate warrantyEndDate,

        @Nullable String notes,
        @Nullable Map<String, @Nullable Object> extensionData,
        @Nullable List<String> tags,
        @Nullable String databaseId,
        @Nullable LocalDate expectedCheckin) {

    static AssetChange change(Sent<V1AssetRequest> sent) {
        return change(sent, false);
    }

    /** JSON merge patch: custom fields are merged member by member. */
    static AssetChange patch(Sent<V1AssetRequest> sent) {
        return change(sent, true);
    }

    private static AssetChange change(Sent<V1AssetRequest> sent, boolean merging) {
        V1AssetRequest body = sent.body();
        return new AssetChange(
                sent.member("database_id", body.databaseId),
                sent.member("asset_tag", body.assetTag),
                sent.member("name", body.name),
                sent.member("asset_type", body.assetType),
                sent.member("status", body.status),
                sent.member("client_id", body.clientId),
                sent.member("location_id", ReferenceKey.of(body.locationId)),
                sent.member("category_id", ReferenceKey.of(body.categoryId)),
                sent.member("serial_number", body.serialNumber),
                sent.member("manufacturer", body.manufacturer),
                sent.member("model", body.model),
                sent.member("purchase_date", body.purchaseDate),
                sent.member("purchase_cost", body.purchaseCost),
                sent.member("warranty_end_date", body.warrantyEndDate),
                sent.member("notes", body.notes),
                sent.member("extension_data", body.extensionData),
                sent.member("tags", body.tags),
                sent.member("expected_checkin", body.expectedCheckin),
                merging);
    }
}
