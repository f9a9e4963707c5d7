package io.deskgraph.assets.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskgraph.assets.asset.Reference;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.contracts.asset.AssetState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An asset as this dialect shows it. */
record InventoryAsset(
        long id,
        String assetTag,
        String name,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serial,
        String status,
        @Nullable Named category,
        @Nullable Named location,
        @Nullable Named assignedTo,
        @Nullable LocalDate purchaseDate,
        @Nullable String purchaseCost,
        @Nullable LocalDate warrantyExpiry,
        String notes,
        UUID assetId,
        String databaseId,
        String assetType,
        @Nullable UUID clientId,
        Map<String, @Nullable Object> customFields,
        List<String> tags,
        @Nullable LocalDate expectedCheckin,
        long openTicketCount,
        Instant createdAt,
        Instant updatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The slug of its tenant, in lists over all tenants only", examples = "acme")
        @Nullable
        String tenant) {

    record Named(long id, String name) {}

    static InventoryAsset of(StoredAsset asset) {
        return of(asset, null);
    }

    static InventoryAsset of(StoredAsset asset, @Nullable String tenant) {
        AssetState state = asset.state();
        return new InventoryAsset(
                state.number(),
                state.assetTag(),
                state.name(),
                state.manufacturer(),
                state.model(),
                state.serialNumber(),
                state.status(),
                named(asset.names().category()),
                named(asset.names().location()),
                named(asset.names().assignee()),
                state.purchaseDate(),
                state.purchaseCost(),
                state.warrantyEndDate(),
                state.notes(),
                state.assetId(),
                state.databaseId(),
                state.assetType(),
                state.clientId(),
                state.extensionData(),
                state.tags(),
                state.expectedCheckin(),
                asset.names().openTickets(),
                state.createdAt(),
                state.updatedAt(),
                tenant);
    }

    private static @Nullable Named named(@Nullable Reference reference) {
        return reference == null ? null : new Named(reference.number(), reference.name());
    }
}
