package io.deskgraph.assets.asset;

import io.deskgraph.assets.database.Databases;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.http.Member;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes an asset's next state from the one before it. */
final class AssetStates {

    private static final String UNKNOWN_TYPE = "unknown";

    private AssetStates() {}

    /** What a new asset is before the request says anything; its number comes with the insert. */
    static AssetState blank(UUID tenant, UUID id, UUID actor, Instant now) {
        return new AssetState(
                tenant,
                id,
                0,
                Databases.DEFAULT,
                "",
                "",
                UNKNOWN_TYPE,
                AssetStatus.AVAILABLE.wire(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of(),
                List.of(),
                null,
                null,
                actor,
                actor,
                now,
                now,
                0);
    }

    /** The state after the change, one version on; members that were not sent stay. */
    static AssetState next(
            AssetState before,
            AssetChange change,
            Member<Map<String, @Nullable Object>> fields,
            References references,
            UUID actor,
            Instant now) {
        return new AssetState(
                before.tenant(),
                before.assetId(),
                before.number(),
                change.databaseId().or(before.databaseId()),
                change.assetTag().or(before.assetTag()).strip(),
                change.name().or(before.name()).strip(),
                sent(change.assetType(), UNKNOWN_TYPE, before.assetType()).strip(),
                change.status().or(before.status()),
                change.clientId().over(before.clientId()),
                id(references.location()),
                id(references.category()),
                change.serialNumber().over(before.serialNumber()),
                change.manufacturer().over(before.manufacturer()),
                change.model().over(before.model()),
                change.purchaseDate().over(before.purchaseDate()),
                change.purchaseCost().sent() ? cost(change.purchaseCost().value()) : before.purchaseCost(),
                change.warrantyEndDate().over(before.warrantyEndDate()),
                sent(change.notes(), "", before.notes()),
                sent(fields, Map.of(), before.extensionData()),
                sent(change.tags(), List.of(), before.tags()),
                before.assignedTo(),
                change.expectedCheckin().over(before.expectedCheckin()),
                before.createdBy(),
                actor,
                before.createdAt(),
                now,
                before.version() + 1);
    }

    /** The state after it changed hands, one version on. */
    static AssetState handed(
            AssetState before,
            AssetStatus status,
            @Nullable UUID assignedTo,
            @Nullable LocalDate expectedCheckin,
            UUID actor,
            Instant now) {
        return new AssetState(
                before.tenant(),
                before.assetId(),
                before.number(),
                before.databaseId(),
                before.assetTag(),
                before.name(),
                before.assetType(),
                status.wire(),
                before.clientId(),
                before.locationId(),
                before.categoryId(),
                before.serialNumber(),
                before.manufacturer(),
                before.model(),
                before.purchaseDate(),
                before.purchaseCost(),
                before.warrantyEndDate(),
                before.notes(),
                before.extensionData(),
                before.tags(),
                assignedTo,
                expectedCheckin,
                before.createdBy(),
                actor,
                before.createdAt(),
                now,
                before.version() + 1);
    }

    static AssetState numbered(AssetState state, long number) {
        return new AssetState(
                state.tenant(),
                state.assetId(),
                number,
                state.databaseId(),
                state.assetTag(),
                state.name(),
                state.assetType(),
                state.status(),
                state.clientId(),
                state.locationId(),
                state.categoryId(),
                state.serialNumber(),
                state.manufacturer(),
                state.model(),
                state.purchaseDate(),
                state.purchaseCost(),
                state.warrantyEndDate(),
                state.notes(),
                state.extensionData(),
                state.tags(),
                state.assignedTo(),
                state.expectedCheckin(),
                state.createdBy(),
                state.updatedBy(),
                state.createdAt(),
                state.updatedAt(),
                state.version());
    }

    /** Two decimals, always. */
    static @Nullable String cost(@Nullable BigDecimal cost) {
        return cost == null ? null : cost.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static <T> T sent(Member<T> member, T cleared, T present) {
        return member.sent() ? member.or(cleared) : present;
    }

    private static @Nullable UUID id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }
}
