package io.deskgraph.assets.v1;

import io.deskgraph.assets.asset.AssetCriteria;
import io.deskgraph.assets.asset.AssetOrder;
import io.deskgraph.assets.asset.AssetSort;
import io.deskgraph.assets.asset.AssetStatus;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.QueryReader;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of this dialect's list. */
record V1List(AssetCriteria criteria, AssetOrder order, PageRequest page) {

    static final int DEFAULT_LIMIT = 25;
    static final int MAX_LIMIT = 100;

    private static final Map<String, Boolean> DESCENDING = Map.of("asc", false, "desc", true);

    private static final Map<String, String> STATUSES =
            AssetStatus.NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    static final Map<String, AssetSort> SORTS = Map.ofEntries(
            Map.entry("created_at", AssetSort.CREATED),
            Map.entry("updated_at", AssetSort.UPDATED),
            Map.entry("asset_tag", AssetSort.TAG),
            Map.entry("name", AssetSort.NAME),
            Map.entry("asset_type", AssetSort.TYPE),
            Map.entry("status", AssetSort.STATUS),
            Map.entry("serial_number", AssetSort.SERIAL),
            Map.entry("manufacturer", AssetSort.MANUFACTURER),
            Map.entry("model", AssetSort.MODEL),
            Map.entry("purchase_date", AssetSort.PURCHASE_DATE),
            Map.entry("purchase_cost", AssetSort.PURCHASE_COST),
            Map.entry("warranty_end_date", AssetSort.WARRANTY),
            Map.entry("location", AssetSort.LOCATION),
            Map.entry("category", AssetSort.CATEGORY),
            Map.entry("client_name", AssetSort.CLIENT));

    static V1List read(QueryReader query, UUID tenant, LocalDate today) {
        AssetCriteria criteria = new AssetCriteria(tenant)
                .tagContains(query.text("asset_tag"))
                .nameContains(query.text("name"))
                .client(query.uuid("client_id"))
                .location(query.uuid("location_id"))
                .assetType(query.text("asset_type"))
                .status(query.oneOf("status", STATUSES))
                .locationNameContains(query.text("location"))
                .clientNameContains(query.text("client_name"))
                .hasWarranty(query.bool("has_warranty"))
                .warrantyExpired(query.bool("warranty_expired"), today)
                .purchased(
                        query.read("purchase_date_from", DateOrTime::parse),
                        query.read("purchase_date_to", DateOrTime::parse))
                .warrantyEnds(
                        query.read("warranty_end_from", DateOrTime::parse),
                        query.read("warranty_end_to", DateOrTime::parse))
                .contains(sought(query))
                .category(query.uuid("category_id"))
                .assignee(query.uuid("assigned_to"))
                .manufacturer(query.text("manufacturer"))
                .warrantyBefore(query.read("warranty_before", DateOrTime::parse))
                .overdue(query.bool("overdue"), today)
                .hasOpenTickets(query.bool("has_open_tickets"))
                .custom(query.startingWith("custom."));
        return new V1List(
                criteria,
                new AssetOrder(query.oneOf("sort", SORTS, AssetSort.CREATED), query.oneOf("order", DESCENDING, true)),
                query.page(DEFAULT_LIMIT, MAX_LIMIT));
    }

    private static @Nullable String sought(QueryReader query) {
        String text = query.text("q", 255);
        if (text != null && text.strip().length() == 1) {
            query.reject("q", "Must be at least 2 characters");
        }
        return text;
    }
}
