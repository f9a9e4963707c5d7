package io.deskgraph.assets;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_DELETE;
import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.kit.test.PermissionContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
class AssetsPermissionTest extends PermissionContract {

    @Override
    protected Map<String, Set<String>> required() {
        return Map.ofEntries(
                Map.entry("GET /api/assets", Set.of(ASSET_READ)),
                Map.entry("POST /api/assets", Set.of(ASSET_CREATE)),
                Map.entry("GET /api/assets/{id}", Set.of(ASSET_READ)),
                Map.entry("PUT /api/assets/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("PATCH /api/assets/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /api/assets/{id}", Set.of(ASSET_DELETE)),
                Map.entry("POST /api/assets/{id}/checkout", Set.of(ASSET_UPDATE)),
                Map.entry("POST /api/assets/{id}/checkin", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/assets/{id}/history", Set.of(ASSET_READ)),
                Map.entry("POST /api/assets/bulk", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/assets/stats", Set.of(ASSET_READ)),
                Map.entry("GET /api/v1/assets", Set.of(ASSET_READ)),
                Map.entry("POST /api/v1/assets", Set.of(ASSET_CREATE)),
                Map.entry("GET /api/v1/assets/{id}", Set.of(ASSET_READ)),
                Map.entry("PUT /api/v1/assets/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("PATCH /api/v1/assets/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /api/v1/assets/{id}", Set.of(ASSET_DELETE)),
                Map.entry("GET /api/v1/assets/{id}/audit", Set.of(ASSET_READ)),
                Map.entry("POST /assets", Set.of(ASSET_CREATE)),
                Map.entry("GET /database/{databaseId}/assets", Set.of(ASSET_READ)),
                Map.entry("GET /database/{databaseId}/assets/{assetId}", Set.of(ASSET_READ)),
                Map.entry("PUT /database/{databaseId}/assets/{assetId}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /database/{databaseId}/assets/{assetId}/archiveAsset", Set.of(ASSET_DELETE)),
                Map.entry("PUT /database/{databaseId}/assets/{assetId}/unarchiveAsset", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /database/{databaseId}/assets/{assetId}/deleteAsset", Set.of(ASSET_DELETE)),
                Map.entry("GET /database", Set.of(ASSET_READ)),
                Map.entry("POST /database", Set.of(ASSET_CREATE)),
                Map.entry("GET /database/{databaseId}", Set.of(ASSET_READ)),
                Map.entry("DELETE /database/{databaseId}", Set.of(ASSET_DELETE)),
                Map.entry("GET /api/v1/custom-fields", Set.of(ASSET_READ)),
                Map.entry("POST /api/v1/custom-fields", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/v1/custom-fields/{id}", Set.of(ASSET_READ)),
                Map.entry("PUT /api/v1/custom-fields/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /api/v1/custom-fields/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/categories", Set.of(ASSET_READ)),
                Map.entry("POST /api/categories", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/categories/{id}", Set.of(ASSET_READ)),
                Map.entry("PUT /api/categories/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /api/categories/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/locations", Set.of(ASSET_READ)),
                Map.entry("POST /api/locations", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/locations/{id}", Set.of(ASSET_READ)),
                Map.entry("PUT /api/locations/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /api/locations/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/employees", Set.of(ASSET_READ)),
                Map.entry("POST /api/employees", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/employees/{id}", Set.of(ASSET_READ)),
                Map.entry("PUT /api/employees/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /api/employees/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/assets/export/csv", Set.of(ASSET_READ)),
                Map.entry("POST /api/assets/import/csv", Set.of(ASSET_CREATE, ASSET_UPDATE)),
                Map.entry("GET /api/assets/labels.pdf", Set.of(ASSET_READ)),
                Map.entry("GET /api/assets/{id}/qr", Set.of()),
                Map.entry("GET /a/{tag}", Set.of()),
                Map.entry("GET /api/v1/imports", Set.of(ASSET_READ)),
                Map.entry("GET /api/v1/imports/{id}", Set.of(ASSET_READ)),
                Map.entry("POST /api/v1/imports/{id}/cancel", Set.of(ASSET_CREATE, ASSET_UPDATE)));
    }
}
