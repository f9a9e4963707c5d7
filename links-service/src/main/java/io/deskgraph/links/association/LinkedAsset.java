package io.deskgraph.links.association;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An asset in the list of a ticket, in the names of the v1 asset.
 *
 * @param extensionData custom fields, as JSON text
 * @param clientName null until the client itself has become known here
 */
record LinkedAsset(
        UUID tenant,
        UUID assetId,
        long number,
        String databaseId,
        String assetTag,
        String name,
        String assetType,
        String status,
        @Nullable UUID clientId,
        @Nullable String clientName,
        @Nullable UUID locationId,
        @Nullable UUID categoryId,
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Instant purchaseDate,
        @Nullable String purchaseCost,
        @Nullable Instant warrantyEndDate,
        String notes,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue String extensionData,
        List<String> tags,
        @Nullable UUID assignedTo,
        @Nullable LocalDate expectedCheckin,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        Instant createdAt,
        Instant updatedAt,
        String relationshipType,
        @Nullable String associationNotes,
        Instant linkedAt) {

    static LinkedAsset of(Row row) {
        return new LinkedAsset(
                row.getUUID("tenant_id"),
                row.getUUID("asset_id"),
                row.getLong("number"),
                row.getString("database_id"),
                row.getString("asset_tag"),
                row.getString("name"),
                row.getString("asset_type"),
                row.getString("status"),
                row.getUUID("client_id"),
                row.getString("client_name"),
                row.getUUID("location_id"),
                row.getUUID("category_id"),
                row.getString("serial_number"),
                row.getString("manufacturer"),
                row.getString("model"),
                midnight(row.getLocalDate("purchase_date")),
                row.getString("purchase_cost"),
                midnight(row.getLocalDate("warranty_end_date")),
                row.getString("notes"),
                row.getString("extension_data"),
                List.of(row.getArrayOfStrings("tags")),
                row.getUUID("assigned_to"),
                row.getLocalDate("expected_checkin"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("relationship_type"),
                row.getString("association_notes"),
                row.getOffsetDateTime("linked_at").toInstant());
    }

    /** The v1 asset answers dates as times. */
    private static @Nullable Instant midnight(@Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
