package io.deskgraph.gateway;

import static io.deskgraph.gateway.test.Tenancies.ACME;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;

import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.kit.test.HostileInputContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;

/** By an administrator of a tenant; the operator's resources are refused whatever is sent. */
@QuarkusTest
class HostileInputTest extends HostileInputContract {

    @Inject
    Members members;

    @Override
    protected Map<String, String> credentials() {
        String key = members.createActive(ACME, ACME_HOST, DefaultRoles.ADMIN.roleName())
                .key();
        return Map.of("Host", ACME_HOST, "X-API-Key", key);
    }
}
