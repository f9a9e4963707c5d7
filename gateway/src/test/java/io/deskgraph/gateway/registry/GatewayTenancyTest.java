package io.deskgraph.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TenancyContract;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GatewayTenancyTest extends TenancyContract {

    /** Names that mean one tenant wherever they are used, so they are unique across all. */
    @Override
    protected Set<String> crossTenantIndexes() {
        Set<String> indexes = new TreeSet<>(super.crossTenantIndexes());
        indexes.addAll(Set.of("tenants_slug_uk", "tenants_msp_uk", "tenant_hosts_host_uk"));
        return indexes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM api_keys",
                "SELECT name FROM api_keys",
                "SELECT * FROM identity_audit",
                "SELECT * FROM policies",
                "SELECT * FROM tenant_settings",
                "SELECT * FROM jwt_issuers",
                "UPDATE api_keys SET revoked_at = NULL",
                "UPDATE users SET is_inactive = false",
                "INSERT INTO user_roles SELECT * FROM user_roles",
                "DELETE FROM tenants"
            })
    void theSystemRoleReadsTheRegistryAndNothingElse(String sql) throws SQLException {
        try (Connection system = Database.connect("system")) {
            assertThrows(SQLException.class, () -> system.createStatement().execute(sql));
        }
    }

    @Test
    void theApplicationRoleSeesOneTenant() throws SQLException {
        try (Connection app = Database.connect("app")) {
            // Given
            app.setAutoCommit(false);
            app.createStatement().execute("SELECT set_config('app.tenant', '" + Tenancies.GLOBEX + "', true)");

            // When: no tenant is named in the query
            ResultSet keys = app.createStatement()
                    .executeQuery("SELECT count(*) FILTER (WHERE user_id = '" + Tenancies.GRETA + "'),"
                            + " count(DISTINCT tenant_id), min(tenant_id::text) FROM api_keys");

            // Then
            keys.next();
            assertEquals(1, keys.getInt(1));
            assertEquals(1, keys.getInt(2));
            assertEquals(Tenancies.GLOBEX.toString(), keys.getString(3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE identity_audit SET action = 'x'", "DELETE FROM identity_audit"})
    void theAuditIsAppendOnly(String sql) throws SQLException {
        try (Connection app = Database.connect("app")) {
            assertThrows(SQLException.class, () -> app.createStatement().execute(sql));
        }
    }
}
