package io.deskgraph.assets.asset;

import io.deskgraph.kit.http.Member;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants an asset to be; each member keeps the name that the request's dialect gives it.
 *
 * @param merging whether custom fields are merged into those there are, instead of replacing them
 */
public record AssetChange(
        Member<String> databaseId,
        Member<String> assetTag,
        Member<String> name,
        Member<String> assetType,
        Member<String> status,
        Member<UUID> clientId,
        Member<ReferenceKey> location,
        Member<ReferenceKey> category,
        Member<String> serialNumber,
        Member<String> manufacturer,
        Member<String> model,
        Member<LocalDate> purchaseDate,
        Member<BigDecimal> purchaseCost,
        Member<LocalDate> warrantyEndDate,
        Member<String> notes,
        Member<Map<String, @Nullable Object>> extensionData,
        Member<List<String>> tags,
        Member<LocalDate> expectedCheckin,
        boolean merging) {

    /** What is not named here is as if not sent. */
    public static AssetChange described(
            Member<String> databaseId,
            Member<String> assetTag,
            Member<String> name,
            Member<String> assetType,
            Member<String> notes,
            Member<List<String>> tags) {
        return new AssetChange(
                databaseId,
                assetTag,
                name,
                assetType,
                absent("status"),
                absent("client_id"),
                absent("location_id"),
                absent("category_id"),
                absent("serial"),
                absent("manufacturer"),
                absent("model"),
                absent("purchase_date"),
                absent("purchase_cost"),
                absent("warranty_expiry"),
                notes,
                absent("custom_fields"),
                tags,
                absent("expected_checkin"),
                false);
    }

    static AssetChange only(AssetStatus status) {
        return only(new Member<>("status", true, status.wire()), absent("location_id"), absent("category_id"));
    }

    /** A change of one of these alone. */
    static AssetChange only(Member<String> status, Member<ReferenceKey> location, Member<ReferenceKey> category) {
        return new AssetChange(
                absent("database_id"),
                absent("asset_tag"),
                absent("name"),
                absent("asset_type"),
                status,
                absent("client_id"),
                location,
                category,
                absent("serial"),
                absent("manufacturer"),
                absent("model"),
                absent("purchase_date"),
                absent("purchase_cost"),
                absent("warranty_expiry"),
                absent("notes"),
                absent("custom_fields"),
                absent("tags"),
                absent("expected_checkin"),
                false);
    }

    public static <T> Member<T> absent(String name) {
        return new Member<>(name, false, null);
    }

    public AssetChange withExtensionData(Member<Map<String, @Nullable Object>> fields) {
        return new AssetChange(
                databaseId,
                assetTag,
                name,
                assetType,
                status,
                clientId,
                location,
                category,
                serialNumber,
                manufacturer,
                model,
                purchaseDate,
                purchaseCost,
                warrantyEndDate,
                notes,
                fields,
                tags,
                expectedCheckin,
                merging);
    }

    boolean namesReferences() {
        return category.sent() || location.sent() || clientId.sent() || databaseId.hasValue();
    }
}
