package io.deskgraph.gateway;

import static io.deskgraph.gateway.test.Tenancies.ACME;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;

import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.kit.test.PermissionContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

@QuarkusTest
class GatewayPermissionTest extends PermissionContract {

    private static final Map<DefaultRoles, String> KEYS = new EnumMap<>(DefaultRoles.class);

    private static final Map<String, String> POWERLESS = new HashMap<>();

    @Inject
    Members members;

    @Override
    protected Map<String, String> credentials(DefaultRoles role) {
        String key = KEYS.computeIfAbsent(role, wanted -> members.createActive(ACME, ACME_HOST, wanted.roleName())
                .key());
        return Map.of("Host", ACME_HOST, "X-API-Key", key);
    }

    /** A user with no role. */
    @Override
    protected Map<String, String> powerless() {
        if (POWERLESS.isEmpty()) {
            POWERLESS.put("X-API-Key", members.createActive(ACME, ACME_HOST, "").key());
        }
        return Map.of("Host", ACME_HOST, "X-API-Key", POWERLESS.get("X-API-Key"));
    }

    @Override
    protected Map<String, String> nobody() {
        return Map.of("Host", ACME_HOST);
    }

    @Override
    protected Set<String> open() {
        return Set.of(
                "GET /.well-known/jwks.json",
                "GET /api/version",
                "GET /asyncapi.yaml",
                "GET /docs",
                "GET /docs/{file}",
                "GET /openapi.json",
                "GET /openapi.yaml",
                "GET /schemas/{file}");
    }

    @Override
    protected Map<String, Set<String>> required() {
        return Map.ofEntries(
                Map.entry("GET /api/version", Set.of()),
                Map.entry("GET /asyncapi.yaml", Set.of()),
                Map.entry("GET /docs", Set.of()),
                Map.entry("GET /docs/{file}", Set.of()),
                Map.entry("GET /openapi.json", Set.of()),
                Map.entry("GET /openapi.yaml", Set.of()),
                Map.entry("GET /schemas/{file}", Set.of()),
                Map.entry("GET /api/v1/meta/mcp-registry", Set.of()),
                Map.entry("GET /.well-known/jwks.json", Set.of()),
                Map.entry("POST /api/v1/auth/token", Set.of()),
                Map.entry("GET /api/v1/me", Set.of()),
                Map.entry("GET /api/v1/tenants", Set.of("tenant:read")),
                Map.entry("POST /api/v1/tenants", Set.of("tenant:create")),
                Map.entry("GET /api/v1/tenants/{id}", Set.of("tenant:read")),
                Map.entry("PATCH /api/v1/tenants/{id}", Set.of("tenant:update")),
                Map.entry("POST /api/v1/tenants/{id}/suspend", Set.of("tenant:update")),
                Map.entry("POST /api/v1/tenants/{id}/resume", Set.of("tenant:update")),
                Map.entry("POST /api/v1/tenants/{id}/hosts", Set.of("tenant:update")),
                Map.entry("DELETE /api/v1/tenants/{id}/hosts/{host}", Set.of("tenant:update")),
                Map.entry("GET /api/v1/permissions", Set.of("role:read")),
                Map.entry("GET /api/v1/roles", Set.of("role:read")),
                Map.entry("POST /api/v1/roles", Set.of("role:create")),
                Map.entry("GET /api/v1/roles/{id}", Set.of("role:read")),
                Map.entry("PUT /api/v1/roles/{id}", Set.of("role:update")),
                Map.entry("DELETE /api/v1/roles/{id}", Set.of("role:delete")),
                Map.entry("GET /api/v1/users", Set.of("user:read")),
                Map.entry("POST /api/v1/users", Set.of("user:create")),
                Map.entry("GET /api/v1/users/{id}", Set.of("user:read")),
                Map.entry("PUT /api/v1/users/{id}", Set.of("user:update")),
                Map.entry("DELETE /api/v1/users/{id}", Set.of("user:delete")),
                Map.entry("GET /api/v1/api-keys", Set.of("api_key:read")),
                Map.entry("POST /api/v1/api-keys", Set.of("api_key:create")),
                Map.entry("GET /api/v1/api-keys/{id}", Set.of("api_key:read")),
                Map.entry("PATCH /api/v1/api-keys/{id}", Set.of("api_key:update")),
                Map.entry("POST /api/v1/api-keys/{id}/rotate", Set.of("api_key:update")),
                Map.entry("DELETE /api/v1/api-keys/{id}", Set.of("api_key:delete")),
                Map.entry("GET /api/v1/issuers", Set.of("issuer:read")),
                Map.entry("POST /api/v1/issuers", Set.of("issuer:create")),
                Map.entry("GET /api/v1/issuers/{id}", Set.of("issuer:read")),
                Map.entry("PATCH /api/v1/issuers/{id}", Set.of("issuer:update")),
                Map.entry("DELETE /api/v1/issuers/{id}", Set.of("issuer:delete")),
                Map.entry("GET /auth/constraints", Set.of("constraint:read")),
                Map.entry("GET /auth/constraints/{constraintId}", Set.of("constraint:read")),
                Map.entry("POST /auth/constraints/{constraintId}", Set.of("constraint:create", "constraint:update")),
                Map.entry("PUT /auth/constraints/{constraintId}", Set.of("constraint:create", "constraint:update")),
                Map.entry("DELETE /auth/constraints/{constraintId}", Set.of("constraint:delete")),
                Map.entry("POST /auth/constraintsTemplateImport", Set.of("constraint:create")),
                Map.entry("GET /roles", Set.of("role:read")),
                Map.entry("POST /roles", Set.of("role:create")),
                Map.entry("PUT /roles", Set.of("role:update")),
                Map.entry("DELETE /roles/{roleName}", Set.of("role:delete")),
                Map.entry("GET /user-roles", Set.of("user:read")),
                Map.entry("POST /user-roles", Set.of("user:update")),
                Map.entry("PUT /user-roles", Set.of("user:update")),
                Map.entry("DELETE /user-roles", Set.of("user:update")));
    }
}
