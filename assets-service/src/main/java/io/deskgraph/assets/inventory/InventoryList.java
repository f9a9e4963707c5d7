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
public record InventoryList(
        AssetCriteria criteria,
        AssetOrder order,
        boolean ranked,
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
        AssetCriteria criteria = criteria(query, tenant, today);
        AssetSort sort = query.oneOf("sort", SORTS);
        Boolean descending = query.oneOf("order", DESCENDING);
        return new InventoryList(
                criteria,
                AssetOrder.of(sort == null ? AssetSort.TAG : sort, descending),
                criteria.isSearch() && sort == null && descending == null,
                query.limit(DEFAULT_LIMIT, MAX_LIMIT),
                query.text("cursor", 4_096),
                query.bool("count", false));
    }

    /** The filters alone, which the list shares with whatever else works on the same selection. */
    static AssetCriteria criteria(QueryReader query, UUID tenant, LocalDate today) {
        return new AssetCriteria(tenant)
                .contains(sought(query))
                .status(query.oneOf("status", STATUSES))
                .categoryNumber(number(query, "category_id"))
                .locationNumber(number(query, "location_id"))
                .assigneeNumber(number(query, "assigned_to"))
                .assetType(query.text("asset_type"))
                .manufacturer(query.text("manufacturer"))
                .warrantyBefore(query.date("warranty_before"))
                .overdue(query.bool("overdue"), today)
                .hasOpenTickets(query.bool("has_open_tickets"))
                .custom(query.startingWith("custom."));
    }

    /** One letter says too little to be looked up. */
    private static @Nullable String sought(QueryReader query) {
        String text = query.text("q", MAX_SEARCH);
        if (text != null && text.strip().length() == 1) {
            query.reject("q", "Must be at least 2 characters");
        }
        return text;
    }

    private static @Nullable Long number(QueryReader query, String name) {
        Integer number = query.number(name, 1, Integer.MAX_VALUE);
        return number == null ? null : number.longValue();
    }
}
