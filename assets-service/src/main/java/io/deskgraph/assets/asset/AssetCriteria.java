package io.deskgraph.assets.asset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which assets a list shows. A filter that was not given (null) adds nothing; values travel as parameters only. */
public final class AssetCriteria {

    private static final String OPEN_TICKET = """
            EXISTS (SELECT FROM ticket_link_copies tl
                    JOIN ticket_copies t ON t.tenant_id = tl.tenant_id AND t.id = tl.ticket_id
                    WHERE tl.tenant_id = a.tenant_id AND tl.asset_id = a.id AND NOT t.is_closed)""";

    private static final String CONTAINS = "(a.asset_tag ILIKE ? OR a.name ILIKE ? OR a.serial_number ILIKE ?"
            + " OR a.model ILIKE ? OR a.manufacturer ILIKE ?)";

    private final StringBuilder conditions = new StringBuilder("a.tenant_id = $1");
    private final List<@Nullable Object> arguments = new ArrayList<>();

    public AssetCriteria(UUID tenant) {
        arguments.add(tenant);
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
        return and("a.asset_tag ILIKE ?", pattern(text));
    }

    public AssetCriteria nameContains(@Nullable String text) {
        return and("a.name ILIKE ?", pattern(text));
    }

    public AssetCriteria locationNameContains(@Nullable String text) {
        return and("l.name ILIKE ?", pattern(text));
    }

    public AssetCriteria clientNameContains(@Nullable String text) {
        return and("k.name ILIKE ?", pattern(text));
    }

    /** In any of the members that identify an asset to people. */
    public AssetCriteria contains(@Nullable String text) {
        return and(CONTAINS, text == null || text.isBlank() ? null : pattern(text.strip()));
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

    public AssetCriteria overdue(@Nullable Boolean wanted, LocalDate today) {
        return wanted == null
                ? this
                : and(
                        "coalesce(a.status = 'deployed' AND a.expected_checkin < ?, false)"
                                + (wanted ? "" : " IS FALSE"),
                        today);
    }

    public AssetCriteria hasOpenTickets(@Nullable Boolean wanted) {
        return given(wanted, OPEN_TICKET, "NOT " + OPEN_TICKET);
    }

    /** Every question mark of the condition stands for the one value. */
    AssetCriteria and(String condition, @Nullable Object value) {
        if (value != null) {
            arguments.add(value);
            conditions.append(" AND ").append(condition.replace("?", "$" + arguments.size()));
        }
        return this;
    }

    AssetCriteria and(String condition) {
        conditions.append(" AND ").append(condition);
        return this;
    }

    /** Adds a value for use outside the conditions and gives its place holder. */
    String argument(Object value) {
        arguments.add(value);
        return "$" + arguments.size();
    }

    String conditions() {
        return conditions.toString();
    }

    @Nullable
    Object[] arguments() {
        return arguments.toArray();
    }

    private AssetCriteria given(@Nullable Boolean wanted, String yes, String no) {
        return wanted == null ? this : and(wanted ? yes : no);
    }

    /** LIKE's own characters are what they are in the client's text. */
    private static @Nullable String pattern(@Nullable String text) {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
