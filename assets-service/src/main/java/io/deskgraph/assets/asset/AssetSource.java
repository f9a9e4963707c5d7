package io.deskgraph.assets.asset;

/** Where assets and the names beside them are read from. */
enum AssetSource {
    /** The tables, behind the policies. */
    TABLES("assets", ""),
    /** The owner's view of the tenant's assets: conditions that the policies keep away from indexes can use them here. */
    SEARCH("search.assets", "");

    /** What conditions on an asset look at. */
    static final String COLUMNS = """
            a.tenant_id, a.id, a.number, a.database_id, a.asset_tag, a.name, a.asset_type, a.status, a.client_id,
            a.category_id, a.location_id, a.manufacturer, a.model, a.serial_number, a.purchase_date, a.purchase_cost,
            a.warranty_end_date, a.custom_fields, a.tags, a.assigned_to, a.expected_checkin, a.created_at, a.updated_at,
            a.search_text""";

    private final String assets;
    private final String schema;

    AssetSource(String assets, String schema) {
        this.assets = assets;
        this.schema = schema;
    }

    String from() {
        return "FROM " + assets + " a\n" + joins();
    }

    /** Without the names: for conditions on the asset alone. */
    String fromAlone() {
        return "FROM " + assets + " a\n";
    }

    String select() {
        return AssetRows.COLUMNS.replace("@", schema);
    }

    String joins() {
        return AssetRows.JOINS.replace("@", schema);
    }

    /** Whether any linked ticket is open. */
    String openTicket() {
        return """
                EXISTS (SELECT FROM @ticket_link_copies tl
                        JOIN @ticket_copies t ON t.tenant_id = tl.tenant_id AND t.id = tl.ticket_id
                        WHERE tl.tenant_id = a.tenant_id AND tl.asset_id = a.id AND NOT t.is_closed)""".replace("@", schema);
    }
}
