package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetCriteria;
import io.deskgraph.assets.asset.AssetOrder;
import io.deskgraph.assets.asset.AssetSort;
import io.deskgraph.assets.asset.AssetStatus;
import io.deskgraph.kit.http.QueryReader;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of this dialect's list. */
record InventoryList(
        AssetCriteria criteria,
        AssetOrder order,
        int limit,
        @Nullable String cursor,
        boolean counted) {

    static final int DEFAULT_LIMIT = 100;
    static final int MAX_LIMIT = 1_000;

    private static final int MAX_SEARCH = 255;

    private static final Map<String, Boolean> DESCENDING = Map.of("asc", false, "desc", true);

    private static final Map<String, String> STATUSES =
            AssetStatus.NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    static final Map<String, AssetSort> SORTS = Map.ofEntries(
            Map.entry("id", AssetSort.NUMBER),
            Map.entry("asset_tag", AssetSort.TAG),
            Map.entry("name", AssetSort.NAME),
            Map.entry("manufacturer", AssetSort.MANUFACTURER),
            Map.entry("model", AssetSort.MODEL),
            Map.entry("serial", AssetSort.SERIAL),
            Map.entry("status", AssetSort.STATUS),
            Map.entry("category", AssetSort.CATEGORY),
            Map.entry("location", AssetSort.LOCATION),
            Map.entry("assigned_to", AssetSort.ASSIGNEE),
            Map.entry("purchase_date", AssetSort.PURCHASE_DATE),
            Map.entry("purchase_cost", AssetSort.PURCHASE_COST),
            Map.entry("warranty_expiry", AssetSort.WARRANTY),
            Map.entry("asset_type", AssetSort.TYPE),
            Map.entry("expected_checkin", AssetSort.EXPECTED_CHECKIN),
            Map.entry("created_at", AssetSort.CREATED),
            Map.entry("updated_at", AssetSort.UPDATED));

    static InventoryList read(QueryReader query, UUID tenant, LocalDate today) {
        AssetCriteria criteria = new AssetCriteria(tenant)
                .contains(query.text("q", MAX_SEARCH))
                .status(query.oneOf("status", STATUSES))
                .categoryNumber(number(query, "category_id"))
                .locationNumber(number(query, "location_id"))
                .assigneeNumber(number(query, "assigned_to"))
                .assetType(query.text("asset_type"))
                .manufacturer(query.text("manufacturer"))
                .warrantyBefore(query.date("warranty_before"))
                .overdue(query.bool("overdue"), today)
                .hasOpenTickets(query.bool("has_open_tickets"));
        return new InventoryList(
                criteria,
                AssetOrder.of(query.oneOf("sort", SORTS, AssetSort.TAG), query.oneOf("order", DESCENDING)),
                query.limit(DEFAULT_LIMIT, MAX_LIMIT),
                query.text("cursor", 4_096),
                query.bool("count", false));
    }

    private static @Nullable Long number(QueryReader query, String name) {
        Integer number = query.number(name, 1, Integer.MAX_VALUE);
        return number == null ? null : number.longValue();
    }
}
