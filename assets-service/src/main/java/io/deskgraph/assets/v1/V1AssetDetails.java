package io.deskgraph.assets.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.deskgraph.assets.asset.AssetNames;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.assets.relationship.Relationship;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One asset with what surrounds it. Documents and maintenance schedules are no part of this suite: the members are there
 * for clients that read them, and always empty.
 */
record V1AssetDetails(
        @JsonUnwrapped V1Asset asset,
        @Nullable ClientView client,
        List<Relationship> relationships,
        List<Object> documents,
        List<Object> maintenanceSchedules) {

    record ClientView(
            UUID clientId, String clientName, @Nullable String billingEmail) {}

    static V1AssetDetails of(StoredAsset asset, List<Relationship> relationships, LocalDate today) {
        return new V1AssetDetails(
                V1Asset.of(asset, today),
                client(asset.state().clientId(), asset.names().client()),
                relationships,
                List.of(),
                List.of());
    }

    private static @Nullable ClientView client(@Nullable UUID id, AssetNames.@Nullable Client client) {
        return id == null || client == null ? null : new ClientView(id, client.name(), client.email());
    }
}
