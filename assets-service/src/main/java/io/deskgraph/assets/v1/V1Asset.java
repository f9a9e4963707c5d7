package io.deskgraph.assets.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.deskgraph.assets.asset.AssetNames;
import io.deskgraph.assets.asset.Reference;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.contracts.asset.AssetState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset as this dialect shows it: its columns, joined names, and where to go from here. */
record V1Asset(
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
        @Nullable String location,
        @Nullable UUID categoryId,
        @Nullable String category,
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Instant purchaseDate,
        @Nullable String purchaseCost,
        @Nullable Instant warrantyEndDate,
        String warrantyStatus,
        String notes,
        Map<String, @Nullable Object> extensionData,
        List<String> tags,
        @Nullable UUID assignedTo,
        @Nullable LocalDate expectedCheckin,
        long openTicketCount,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        Instant createdAt,
        Instant updatedAt,
        @JsonProperty("_links") AssetLinks links) {

    static V1Asset of(StoredAsset asset, LocalDate today) {
        AssetState state = asset.state();
        AssetNames names = asset.names();
        return new V1Asset(
                state.tenant(),
                state.assetId(),
                state.number(),
                state.databaseId(),
                state.assetTag(),
                state.name(),
                state.assetType(),
                state.status(),
                state.clientId(),
                names.client() == null ? null : names.client().name(),
                state.locationId(),
                name(names.location()),
                state.categoryId(),
                name(names.category()),
                state.serialNumber(),
                state.manufacturer(),
                state.model(),
                dayStart(state.purchaseDate()),
                state.purchaseCost(),
                dayStart(state.warrantyEndDate()),
                WarrantyStatus.of(state.warrantyEndDate(), today),
                state.notes(),
                state.extensionData(),
                state.tags(),
                state.assignedTo(),
                state.expectedCheckin(),
                names.openTickets(),
                state.createdBy(),
                state.updatedBy(),
                state.createdAt(),
                state.updatedAt(),
                AssetLinks.of(state.assetId()));
    }

    private static @Nullable Instant dayStart(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }
}
