package io.deskgraph.assets.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.asset.AssetState;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between rows and records. Custom fields travel as text, because a JSON number may be finer than a double. */
@Singleton
class AssetRows {

    /** An at sign stands for the schema. */
    static final String COLUMNS = """
            SELECT a.tenant_id, a.id, a.number, a.database_id, a.asset_tag, a.name, a.asset_type, a.status, a.client_id,
                   a.location_id, a.category_id, a.serial_number, a.manufacturer, a.model, a.purchase_date,
                   a.purchase_cost, a.warranty_end_date, a.notes, a.custom_fields::text AS custom_fields, a.tags,
                   a.assigned_to, a.expected_checkin, a.created_by, a.updated_by, a.created_at, a.updated_at, a.version,
                   c.number AS category_number, c.name AS category_name,
                   l.number AS location_number, l.name AS location_name,
                   e.number AS employee_number, e.name AS employee_name,
                   k.name AS client_name, k.email AS client_email,
                   (SELECT count(*) FROM @ticket_link_copies tl
                    JOIN @ticket_copies t ON t.tenant_id = tl.tenant_id AND t.id = tl.ticket_id
                    WHERE tl.tenant_id = a.tenant_id AND tl.asset_id = a.id AND NOT t.is_closed) AS open_tickets
            """;

    static final String JOINS = """
            LEFT JOIN @categories c ON c.tenant_id = a.tenant_id AND c.id = a.category_id
            LEFT JOIN @locations l ON l.tenant_id = a.tenant_id AND l.id = a.location_id
            LEFT JOIN @employees e ON e.tenant_id = a.tenant_id AND e.id = a.assigned_to
            LEFT JOIN @client_copies k ON k.tenant_id = a.tenant_id AND k.id = a.client_id
            """;

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;

    AssetRows(ObjectMapper json) {
        this.json = json;
    }

    StoredAsset read(Row row) {
        return new StoredAsset(state(row), names(row));
    }

    String text(Map<String, @Nullable Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Custom fields cannot be written", e);
        }
    }

    /** As they will be read again: the database writes numbers and orders names its own way, which is no change. */
    Map<String, @Nullable Object> canonical(Map<String, @Nullable Object> fields) {
        return fields.isEmpty() ? fields : FieldOrder.of(fields(text(fields)));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private AssetState state(Row row) {
        return new AssetState(
                row.getUUID("tenant_id"),
                row.getUUID("id"),
                row.getLong("number"),
                row.getString("database_id"),
                row.getString("asset_tag"),
                row.getString("name"),
                row.getString("asset_type"),
                row.getString("status"),
                row.getUUID("client_id"),
                row.getUUID("location_id"),
                row.getUUID("category_id"),
                row.getString("serial_number"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getLocalDate("purchase_date"),
                AssetStates.cost(row.getBigDecimal("purchase_cost")),
                row.getLocalDate("warranty_end_date"),
                row.getString("notes"),
                fields(row.getString("custom_fields")),
                List.of(row.getArrayOfStrings("tags")),
                row.getUUID("assigned_to"),
                row.getLocalDate("expected_checkin"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }

    private static AssetNames names(Row row) {
        return new AssetNames(
                reference(row, "category_id", "category"),
                reference(row, "location_id", "location"),
                reference(row, "assigned_to", "employee"),
                client(row),
                row.getLong("open_tickets"));
    }

    static @Nullable Reference reference(Row row, String id, String kind) {
        Long number = row.getLong(kind + "_number");
        return number == null ? null : new Reference(row.getUUID(id), number, row.getString(kind + "_name"));
    }

    static AssetNames.@Nullable Client client(Row row) {
        String name = row.getString("client_name");
        return name == null ? null : new AssetNames.Client(name, row.getString("client_email"));
    }

    private Map<String, @Nullable Object> fields(String text) {
        try {
            return text.equals("{}") ? Map.of() : json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Custom fields cannot be read", e);
        }
    }
}
