package io.deskgraph.gateway;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.data.Ids;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that are none and conditions that do not hold, wherever there are any. */
@QuarkusTest
class BadConditionTest {

    private static final Desk ACME = Desk.ACME;
    private static final Desk OPERATOR = new Desk(Tenancies.ROOT, Tenancies.MIA_KEY);

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/roles/x",
        "PUT, /api/v1/roles/x",
        "DELETE, /api/v1/roles/x",
        "GET, /api/v1/users/x",
        "PUT, /api/v1/users/x",
        "DELETE, /api/v1/users/x",
        "GET, /api/v1/api-keys/x",
        "PATCH, /api/v1/api-keys/x",
        "POST, /api/v1/api-keys/x/rotate",
        "DELETE, /api/v1/api-keys/x",
        "GET, /auth/constraints/a%2Fb",
        "DELETE, /auth/constraints/a%2Fb"
    })
    void anIdThatIsNone(String method, String path) {
        boolean body = !method.equals("GET") && !method.equals("DELETE");
        ACME.send(method, path, body ? "{}" : "").expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "resume", "hosts"})
    void aTenantThatIsNone(String action) {
        OPERATOR.post("/api/v1/tenants/x/" + action, "{\"host\":\"x.example\"}").expect(400);
        OPERATOR.post("/api/v1/tenants/" + Ids.next() + "/" + action, "{\"host\":\"x.example\"}")
                .expect(404);
        OPERATOR.delete("/api/v1/tenants/x/hosts/x.example").expect(400);
    }

    @Test
    void aConditionThatDoesNotHold() {
        String role = ACME.post("/api/v1/roles", "{\"role_name\":\"C " + Ids.next() + "\"}")
                .expect(201)
                .answer()
                .header("Location");
        String key = ACME.post("/api/v1/api-keys", "{\"name\":\"c\"}")
                .expect(201)
                .answer()
                .header("Location");

        for (String path : new String[] {role, key}) {
            ACME.delete(path, "If-Match: \"9-x\"").expect(412);
            ACME.delete(path, "If-Match: nonsense").expect(400);
            ACME.delete(path, "If-Match: *").expect(204);
        }
    }
}
