package io.deskgraph.links;

import static java.util.Map.entry;

import io.deskgraph.kit.test.PermissionContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
class LinksPermissionTest extends PermissionContract {

    @Override
    protected Map<String, Set<String>> required() {
        return Map.ofEntries(
                entry("GET /api/v1/assets/{id}/tickets", Set.of("asset:read", "ticket:read")),
                entry("POST /api/v1/assets/{id}/tickets", Set.of("asset:update", "ticket:read")),
                entry("DELETE /api/v1/assets/{id}/tickets/{ticketId}", Set.of("asset:update", "ticket:read")),
                entry("GET /api/v1/tickets/{id}/assets", Set.of("ticket:read", "asset:read")),
                entry("POST /api/v1/tickets/{id}/assets", Set.of("ticket:update", "asset:read")),
                entry("DELETE /api/v1/tickets/{id}/assets/{assetId}", Set.of("ticket:update", "asset:read")),
                entry("GET /api/v1/assets/{id}/relationships", Set.of("asset:read")),
                entry("POST /api/v1/assets/{id}/relationships", Set.of("asset:update")),
                entry("DELETE /api/v1/assets/relationships/{relationshipId}", Set.of("asset:update")),
                entry("GET /api/v1/assets/{id}/impact", Set.of("asset:read")),
                entry("POST /asset-links", Set.of("asset:update")),
                entry("GET /asset-links/single/{assetLinkId}", Set.of("asset:read")),
                entry("PUT /asset-links/{assetLinkId}", Set.of("asset:update")),
                entry("DELETE /asset-links/{assetLinkId}", Set.of("asset:update")),
                entry("GET /asset-links/{assetLinkId}/metadata", Set.of("asset:read")),
                entry("POST /asset-links/{assetLinkId}/metadata", Set.of("asset:update")),
                entry("PUT /asset-links/{assetLinkId}/metadata", Set.of("asset:update")),
                entry("DELETE /asset-links/{assetLinkId}/metadata", Set.of("asset:update")),
                entry("GET /database/{databaseId}/assets/{assetId}/asset-links", Set.of("asset:read")));
    }
}
