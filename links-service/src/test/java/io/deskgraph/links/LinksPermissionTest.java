package io.deskgraph.links;

import io.deskgraph.kit.test.PermissionContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
class LinksPermissionTest extends PermissionContract {

    @Override
    protected Map<String, Set<String>> required() {
        return Map.of(
                "GET /api/v1/assets/{id}/tickets", Set.of("asset:read", "ticket:read"),
                "POST /api/v1/assets/{id}/tickets", Set.of("asset:update", "ticket:read"),
                "DELETE /api/v1/assets/{id}/tickets/{ticketId}", Set.of("asset:update", "ticket:read"),
                "GET /api/v1/tickets/{id}/assets", Set.of("ticket:read", "asset:read"),
                "POST /api/v1/tickets/{id}/assets", Set.of("ticket:update", "asset:read"),
                "DELETE /api/v1/tickets/{id}/assets/{assetId}", Set.of("ticket:update", "asset:read"));
    }
}
