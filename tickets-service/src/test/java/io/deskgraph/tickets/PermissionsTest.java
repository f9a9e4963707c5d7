package io.deskgraph.tickets;

import io.deskgraph.kit.test.PermissionContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
class PermissionsTest extends PermissionContract {

    @Override
    protected Map<String, Set<String>> required() {
        return Map.ofEntries(
                Map.entry("GET /api/v1/tickets", Set.of("ticket:read")),
                Map.entry("POST /api/v1/tickets", Set.of("ticket:create")),
                Map.entry("GET /api/v1/tickets/{id}", Set.of("ticket:read")),
                Map.entry("PUT /api/v1/tickets/{id}", Set.of("ticket:update", "ticket:read")),
                Map.entry("DELETE /api/v1/tickets/{id}", Set.of("ticket:delete", "ticket:read")),
                Map.entry("GET /api/v1/tickets/statuses", Set.of("ticket:read")),
                Map.entry("GET /api/v1/tickets/priorities", Set.of("ticket:read")),
                Map.entry("GET /api/v1/boards", Set.of("ticket:read")),
                Map.entry("POST /api/v1/boards", Set.of("ticket:create")),
                Map.entry("GET /api/v1/statuses", Set.of("ticket:read")),
                Map.entry("POST /api/v1/statuses", Set.of("ticket:create")),
                Map.entry("GET /api/v1/priorities", Set.of("ticket:read")),
                Map.entry("POST /api/v1/priorities", Set.of("ticket:create")),
                Map.entry("GET /api/v1/clients", Set.of("client:read")),
                Map.entry("POST /api/v1/clients", Set.of("client:create")));
    }
}
