package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.assets.asset.ReferenceKey;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this dialect accepts of an asset. */
record InventoryAssetRequest(
        @Nullable String assetTag,
        @Nullable String name,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String status,
        @Nullable Long categoryId,
        @Nullable Long locationId,
        @Nullable LocalDate purchaseDate,

        @Nullable BigDecimal purchaseCost,

        @Nullable LocalDate warrantyExpiry,
        @Nullable String notes,
        @Nullable String assetType,
        @Nullable UUID clientId,
        @Nullable String databaseId,
        @Nullable Map<String, @Nullable Object> customFields,
        @Nullable List<String> tags,
        @Nullable LocalDate expectedCheckin) {

    /** What a whole update has to name; null is an answer. */
    private static final List<String> WHOLE = List.of(
            "asset_tag",
            "name",
            "manufacturer",
            "model",
            "serial",
            "status",
            "category_id",
            "location_id",
            "purchase_date",
            "purchase_cost",
            "warranty_expiry",
            "notes");

    static void requireWhole(Sent<InventoryAssetRequest> sent) {
        List<Detail> missing = WHOLE.stream()
                .filter(name -> !sent.names().contains(name))
                .map(name -> Detail.of(name, "Is required"))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid("Validation failed", missing);
        }
    }

    static AssetChange change(Sent<InventoryAssetRequest> sent) {
        return change(sent, false);
    }

    /** JSON merge patch: custom fields are merged member by member. */
    static AssetChange patch(Sent<InventoryAssetRequest> sent) {
        return change(sent, true);
    }

    private static AssetChange change(Sent<InventoryAssetRequest> sent, boolean merging) {
        InventoryAssetRequest body = sent.body();
        return new AssetChange(
                sent.member("database_id", body.databaseId),
                sent.member("asset_tag", body.assetTag),
                sent.member("name", body.name),
                sent.member("asset_type", body.assetType),
                sent.member("status", body.status),
                sent.member("client_id", body.clientId),
                sent.member("location_id", ReferenceKey.of(body.locationId)),
                sent.member("category_id", ReferenceKey.of(body.categoryId)),
                sent.member("serial", body.serial),
                sent.member("manufacturer", body.manufacturer),
                sent.member("model", body.model),
                sent.member("purchase_date", body.purchaseDate),
                sent.member("purchase_cost", body.purchaseCost),
                sent.member("warranty_expiry", body.warrantyExpiry),
                sent.member("notes", body.notes),
                sent.member("custom_fields", body.customFields),
                sent.member("tags", body.tags),
                sent.member("expected_checkin", body.expectedCheckin),
                merging);
    }
}
