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
                Map.entry("DELETE /api/assets/{id}", Set.of(ASSET_DELETE)),
                Map.entry("GET /api/v1/assets", Set.of(ASSET_READ)),
                Map.entry("POST /api/v1/assets", Set.of(ASSET_CREATE)),
                Map.entry("GET /api/v1/assets/{id}", Set.of(ASSET_READ)),
                Map.entry("PUT /api/v1/assets/{id}", Set.of(ASSET_UPDATE)),
                Map.entry("DELETE /api/v1/assets/{id}", Set.of(ASSET_DELETE)),
                Map.entry("GET /api/categories", Set.of(ASSET_READ)),
                Map.entry("POST /api/categories", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/categories/{id}", Set.of(ASSET_READ)),
                Map.entry("GET /api/locations", Set.of(ASSET_READ)),
                Map.entry("POST /api/locations", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/locations/{id}", Set.of(ASSET_READ)),
                Map.entry("GET /api/employees", Set.of(ASSET_READ)),
                Map.entry("POST /api/employees", Set.of(ASSET_UPDATE)),
                Map.entry("GET /api/employees/{id}", Set.of(ASSET_READ)));
    }
}
