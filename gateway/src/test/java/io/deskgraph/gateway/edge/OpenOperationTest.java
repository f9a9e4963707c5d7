package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no permission is needed for. */
@QuarkusTest
class OpenOperationTest {

    private static String suspended;

    @Inject
    Members members;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/jwks.json",
                "/api/version",
                "/asyncapi.yaml",
                "/docs",
                "/docs/swagger-ui.css",
                "/openapi.json",
                "/openapi.yaml",
                "/schemas/io.deskgraph.asset.created.v1.json"
            })
    void everybodyMayReadThemWhereTheTenantIsServedAtAll(String path) {
        Desk.ACME.get(path).expect(200);
        new Desk(suspendedHost(), ADA_KEY).get(path).expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/meta/mcp-registry"})
    void whoeverBelongsToATenantIsSentToItsHost(String path) {
        Desk.Told told = new Desk(ROOT, ADA_KEY).get(path).expect(403);

        assertEquals("SCOPE_REQUIRED", told.text("error.code"));
    }

    private String suspendedHost() {
        if (suspended == null) {
            UUID tenant = Ids.next();
            suspended = tenant + ".desk.test";
            Database.execute(
                    "INSERT INTO tenants (tenant_id, slug, name, created_at, updated_at) VALUES (?, ?, 'Late', now(), now())",
                    tenant,
                    tenant.toString());
            Database.execute(
                    "INSERT INTO tenant_hosts (tenant_id, host, created_at) VALUES (?, ?, now())", tenant, suspended);
            Members.Member member = members.createActive(tenant, suspended, "none");
            members.change(
                    member,
                    "UPDATE tenants SET status = 'suspended', suspended_at = now() WHERE tenant_id = $1 AND $2::uuid IS NOT NULL",
                    member.userId());
            Desk late = new Desk(suspended, member.key());
            Eventually.until("the suspension is known", () -> late.status("/nowhere") == 401);
        }
        return suspended;
    }
}
