package io.deskgraph.contracts.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset.
 *
 * @param number the tenant-wide integer id
 * @param status available, deployed, maintenance or retired
 * @param databaseId name of the collection it is in
 * @param purchaseCost decimal text with two decimals, as in the API: no reader turns it into a binary fraction
 * @param extensionData custom fields
 * @param assignedTo the employee who has it
 */
public record AssetState(
        UUID tenant,
        UUID assetId,
        long number,
        String databaseId,
        String assetTag,
        String name,
        String assetType,
        String status,
        @Nullable UUID clientId,
        @Nullable UUID locationId,
        @Nullable UUID categoryId,
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable LocalDate purchaseDate,
        @Nullable String purchaseCost,
        @Nullable LocalDate warrantyEndDate,
        String notes,
        Map<String, @Nullable Object> extensionData,
        List<String> tags,
        @Nullable UUID assignedTo,
        @Nullable LocalDate expectedCheckin,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
