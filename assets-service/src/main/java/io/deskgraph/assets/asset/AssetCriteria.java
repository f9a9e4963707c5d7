package io.deskgraph.assets.asset;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which assets a list shows. A filter that was not given (null) adds nothing; values travel as parameters only. */
public final class AssetCriteria {

    private static final String CONTAINS = "(a.search_text || E'\\n') LIKE '%' || asset_needle(?) || '%'";
    private static final String CONTAINS_PLAINLY = "strpos(a.search_text, asset_fold(?)) > 0";

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");

    private final StringBuilder conditions = new StringBuilder("a.tenant_id = $1");
    private final StringBuilder plain = new StringBuilder("a.tenant_id = $1");
    private final StringBuilder indexed = new StringBuilder();
    private final List<@Nullable Object> arguments = new ArrayList<>();
    private AssetSource source = AssetSource.TABLES;
    private String start = "";
    private boolean ofNames;
    private @Nullable String sought;
    private @Nullable String probed;

    private final UUID tenant;
    private boolean restricted;

    public AssetCriteria(UUID tenant) {
        this.tenant = tenant;
        arguments.add(tenant);
    }

    UUID tenant() {
        return tenant;
    }

    /** Whether what the caller may not read is left out already. */
    boolean isRestricted() {
        return restricted;
    }

    AssetCriteria restricted() {
        restricted = true;
        return this;
    }

    public AssetCriteria database(@Nullable String database) {
        return and("a.database_id = ?", database);
    }

    public AssetCriteria status(@Nullable String status) {
        return and("a.status = ?", status);
    }

    public AssetCriteria assetType(@Nullable String type) {
        return and("a.asset_type = ?", type);
    }

    public AssetCriteria manufacturer(@Nullable String manufacturer) {
        return and("a.manufacturer = ?", manufacturer);
    }

    public AssetCriteria client(@Nullable UUID client) {
        return and("a.client_id = ?", client);
    }

    public AssetCriteria location(@Nullable UUID location) {
        return and("a.location_id = ?", location);
    }

    public AssetCriteria category(@Nullable UUID category) {
        return and("a.category_id = ?", category);
    }

    public AssetCriteria assignee(@Nullable UUID employee) {
        return and("a.assigned_to = ?", employee);
    }

    public AssetCriteria locationNumber(@Nullable Long number) {
        return and("a.location_id = (SELECT id FROM locations WHERE tenant_id = $1 AND number = ?)", number);
    }

    public AssetCriteria categoryNumber(@Nullable Long number) {
        return and("a.category_id = (SELECT id FROM categories WHERE tenant_id = $1 AND number = ?)", number);
    }

    public AssetCriteria assigneeNumber(@Nullable Long number) {
        return and("a.assigned_to = (SELECT id FROM employees WHERE tenant_id = $1 AND number = ?)", number);
    }

    public AssetCriteria tagContains(@Nullable String text) {
        return searching(text).and("asset_fold(a.asset_tag) LIKE '%' || asset_needle(?) || '%'", text);
    }

    public AssetCriteria nameContains(@Nullable String text) {
        return searching(text).and("asset_fold(a.name) LIKE '%' || asset_needle(?) || '%'", text);
    }

    public AssetCriteria locationNameContains(@Nullable String text) {
        ofNames |= text != null;
        return and("asset_fold(l.name) LIKE '%' || asset_needle(?) || '%'", text);
    }

    public AssetCriteria clientNameContains(@Nullable String text) {
        ofNames |= text != null;
        return and("asset_fold(k.name) LIKE '%' || asset_needle(?) || '%'", text);
    }

    /** In any of the members that identify an asset to people, whatever its case and accents. */
    public AssetCriteria contains(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        sought = text.strip();
        return searching(sought);
    }

    /** Each named custom field has one of its values, as text or as what the text says in JSON. */
    public AssetCriteria custom(Map<String, List<String>> values) {
        values.forEach(this::custom);
        return this;
    }

    public AssetCriteria purchased(@Nullable LocalDate from, @Nullable LocalDate to) {
        return and("a.purchase_date >= ?", from).and("a.purchase_date <= ?", to);
    }

    public AssetCriteria warrantyEnds(@Nullable LocalDate from, @Nullable LocalDate to) {
        return and("a.warranty_end_date >= ?", from).and("a.warranty_end_date <= ?", to);
    }

    public AssetCriteria warrantyBefore(@Nullable LocalDate day) {
        return and("a.warranty_end_date < ?", day);
    }

    public AssetCriteria hasWarranty(@Nullable Boolean wanted) {
        return given(wanted, "a.warranty_end_date IS NOT NULL", "a.warranty_end_date IS NULL");
    }

    public AssetCriteria warrantyExpired(@Nullable Boolean wanted, LocalDate today) {
        return wanted == null
                ? this
                : and("coalesce(a.warranty_end_date < ?, false)" + (wanted ? "" : " IS FALSE"), today);
    }

    /** Deployed, and to be back before today. */
    public AssetCriteria overdue(@Nullable Boolean wanted, LocalDate today) {
        if (wanted == null) {
            return this;
        }
        return wanted
                ? and("a.status = 'deployed' AND a.expected_checkin < ?", today)
                : and("coalesce(a.status = 'deployed' AND a.expected_checkin < ?, false) IS FALSE", today);
    }

    public AssetCriteria hasOpenTickets(@Nullable Boolean wanted) {
        return given(wanted, source.openTicket(), "NOT " + source.openTicket());
    }

    /** Whether a text is sought, so that hits can be ranked. */
    public boolean isSearch() {
        return sought != null;
    }

    @Nullable
    String sought() {
        return sought;
    }

    AssetSource source() {
        return source;
    }

    /** Every question mark of the condition stands for the one value. */
    AssetCriteria and(String condition, @Nullable Object value) {
        if (value != null) {
            and(condition.replace("?", argument(value)));
        }
        return this;
    }

    AssetCriteria and(String condition) {
        conditions.append(" AND ").append(condition);
        plain.append(" AND ").append(condition);
        return this;
    }

    /** Leaves what comes behind a place in the list's order. */
    AssetCriteria startBehind(String place) {
        start = " AND " + place;
        return and(place);
    }

    String start() {
        return start;
    }

    /** Adds a value for use outside the conditions and gives its place holder. */
    String argument(Object value) {
        arguments.add(value);
        return "$" + arguments.size();
    }

    String conditions() {
        return conditions.toString();
    }

    /** The same, told so that no index of search or custom fields offers itself. */
    String plainConditions() {
        return plain.toString();
    }

    /** What custom fields' index answers; nothing without such a filter. */
    String indexConditions() {
        return indexed.toString();
    }

    /** Whether the conditions look at the names beside the asset, too. */
    boolean isOfNames() {
        return ofNames;
    }

    /** The place holder of a text that search's index can be asked for. */
    @Nullable
    String probed() {
        return probed;
    }

    @Nullable
    Object[] arguments() {
        return arguments.toArray();
    }

    private void custom(String name, List<String> values) {
        List<String> fields = values.stream()
                .flatMap(value -> candidates(value).stream())
                .map(value -> new JsonObject().put(name, value).encode())
                .map(field -> argument(field) + "::text::jsonb")
                .toList();
        String any = any(fields, "a.custom_fields @> %s");
        String anyIndexed = any(fields, "asset_scoped(a.tenant_id, a.custom_fields) @> asset_scoped($1, %s)");
        source = AssetSource.SEARCH;
        plain.append(" AND ").append(any);
        indexed.append(" AND ").append(anyIndexed);
        conditions.append(" AND ").append(any).append(" AND ").append(anyIndexed);
    }

    private static String any(List<String> fields, String condition) {
        return fields.stream().map(condition::formatted).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static List<Object> candidates(String value) {
        if (value.equals("true") || value.equals("false")) {
            return List.of(value, Boolean.valueOf(value));
        }
        return NUMBER.matcher(value).matches() ? List.of(value, new BigDecimal(value)) : List.of(value);
    }

    private AssetCriteria searching(@Nullable String text) {
        if (text != null) {
            source = AssetSource.SEARCH;
            probed = argument(text);
            conditions.append(" AND ").append(CONTAINS.replace("?", probed));
            plain.append(" AND ").append(CONTAINS_PLAINLY.replace("?", probed));
        }
        return this;
    }

    private AssetCriteria given(@Nullable Boolean wanted, String yes, String no) {
        return wanted == null ? this : and(wanted ? yes : no);
    }
}
