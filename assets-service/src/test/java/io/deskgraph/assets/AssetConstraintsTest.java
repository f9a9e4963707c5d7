package io.deskgraph.assets;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tenant's constraints on assets hold in both dialects, by id and in lists. */
@QuarkusTest
class AssetConstraintsTest {

    private static final String ROLE = "Field";

    private final Api admin = Api.ofNewTenant();
    private final Api field = new Api(
            admin.tenant(),
            TestTokens.with(Permissions.ALL.toArray(String[]::new))
                    .tenant(admin.tenant(), "tenant")
                    .claim("roles", Set.of(ROLE))
                    .bearer());
    private String open;
    private String locked;
    private String secret;

    @BeforeEach
    void createAssets() {
        open = admin.asset("OPEN", ",\"tags\":[\"x\"]").getString("asset_id");
        locked = admin.asset("LOCKED", ",\"tags\":[\"locked\",\"x\"]").getString("asset_id");
        secret = admin.asset("SECRET", ",\"asset_type\":\"vault\"").getString("asset_id");
        allow("Technician", "GET", "PUT", "POST", "DELETE");
        allow(ROLE, "GET", "PUT", "POST", "DELETE");
        deny("tags", "is_one_of", "locked", "PUT", "DELETE");
        deny("assetType", "equals", "vault", "GET", "POST");
        // Each may come before the other, and until then the request is let through: it must do no harm.
        Eventually.until(
                "the constraints are in force",
                () -> status("/api/assets/" + secret) == 404
                        && status("/api/assets/" + open) == 200
                        && field.patch("/api/assets/" + locked, "{\"notes\":\"n\"}")
                                        .statusCode()
                                == 403);
    }

    @Test
    void whatWorksOnManyAssetsOrTellsOfOneIsHeldTheSameWay() {
        admin.employee("Ada");

        for (String path : List.of(
                "/api/assets/" + secret + "/history",
                "/api/v1/assets/" + secret + "/audit",
                "/database/default/assets/SECRET")) {
            assertEquals(404, status(path), path);
        }
        assertEquals(
                404,
                field.post("/api/assets/" + secret + "/checkout", "{\"employee_id\":1}")
                        .statusCode());
        assertEquals(
                403,
                field.post("/api/assets/" + locked + "/checkout", "{\"employee_id\":1}")
                        .statusCode());
        assertEquals(
                403, field.patch("/api/assets/" + locked, "{\"notes\":\"n\"}").statusCode());
        assertEquals(
                403,
                field.delete("/database/default/assets/LOCKED/archiveAsset").statusCode());
        assertEquals(2, field.get("/api/assets/stats").jsonPath().getInt("total"));
        assertEquals(List.of(), field.get("/api/assets?q=secret").jsonPath().getList("asset_tag"));
        var bulk = field.post("/api/assets/bulk", """
                {"ids":["%s","%s","%s"],"action":"set_status","value":"retired","mode":"each"}""".formatted(open, locked, secret));
        assertEquals(
                Arrays.asList(null, "Not authorized to update this asset", "Asset not found"),
                bulk.jsonPath().getList("results").stream()
                        .map(result -> ((Map<?, ?>) result).get("error"))
                        .toList());
        admin.delete("/api/assets/" + secret);
        assertEquals(404, status("/api/v1/assets/" + secret + "/audit"), "also when it is gone");
    }

    @Test
    void aHiddenAssetIsAsGoodAsNone() {
        for (String path : List.of("/api/assets/", "/api/v1/assets/")) {
            String unknown = Ids.next().toString();
            assertEquals(404, field.get(path + secret).statusCode());
            assertEquals(
                    field.get(path + unknown).jsonPath().getString("message"),
                    field.get(path + secret).jsonPath().getString("message"));
            assertEquals(404, field.delete(path + secret).statusCode());
            assertEquals(
                    404,
                    field.put("/api/v1/assets/" + secret, "{\"name\":\"n\"}").statusCode());
            assertEquals(200, admin.get(path + secret).statusCode());
        }
    }

    @Test
    void listsAndTotalsLeaveItOut() {
        assertEquals(
                List.of("LOCKED", "OPEN"), field.get("/api/assets").jsonPath().getList("asset_tag"));
        assertEquals("2", field.get("/api/assets?count=true").header("X-Total-Count"));
        assertEquals(List.of(), field.get("/api/assets?q=secret").jsonPath().getList("asset_tag"));
        assertEquals(2, field.get("/api/v1/assets").jsonPath().getInt("pagination.total"));
        assertEquals(3, admin.get("/api/v1/assets").jsonPath().getInt("pagination.total"));
        assertEquals(null, field.get("/api/assets?limit=2").header("Link"));
    }

    @Test
    void aLockedAssetIsReadAndNotTouched() {
        assertEquals(200, field.get("/api/assets/" + locked).statusCode());
        field.put("/api/v1/assets/" + locked, "{\"name\":\"Mine\"}")
                .then()
                .statusCode(403)
                .body("message", equalTo("Not authorized to update this asset"));
        field.delete("/api/v1/assets/" + locked)
                .then()
                .statusCode(403)
                .body("message", equalTo("Not authorized to delete this asset"));
        assertEquals(
                200, field.put("/api/v1/assets/" + open, "{\"name\":\"Mine\"}").statusCode());
        assertEquals(
                200,
                admin.put("/api/v1/assets/" + locked, "{\"name\":\"Ours\"}").statusCode());
    }

    @Test
    void whatMayNotBeCreatedIsNot() {
        field.post("/api/assets", "{\"asset_tag\":\"V2\",\"name\":\"v\",\"asset_type\":\"vault\"}")
                .then()
                .statusCode(403)
                .body("message", equalTo("Not authorized to create this asset"));
        assertEquals(3, admin.get("/api/v1/assets").jsonPath().getInt("pagination.total"));
    }

    private int status(String path) {
        return field.get(path).statusCode();
    }

    private void allow(String role, String... verbs) {
        constraint(role, "allow", "assetId", "contains", ".*", verbs);
    }

    private void deny(String on, String operator, String value, String... verbs) {
        constraint(ROLE, "deny", on, operator, value, verbs);
    }

    private void constraint(String role, String effect, String on, String operator, String value, String... verbs) {
        UUID id = Ids.next();
        String grants = String.join(
                ",",
                List.of(verbs).stream()
                        .map(verb -> """
                                {"group_id":"%s","permission":"%s","permission_type":"%s"}""".formatted(role, verb, effect))
                        .toList());
        Events.publish(Topics.IDENTITY, EventTypes.POLICY_CREATED, admin.tenant(), id.toString(), 1, """
                {"after":{"policy_id":"%s","identifier":"%s","name":"n","description":"d","object_type":"asset",
                 "criteria_and":[{"field":"%s","operator":"%s","values":["%s"]}],"criteria_or":[],
                 "group_permissions":[%s],"user_permissions":[],"created_at":"2026-01-01T00:00:00.000Z",
                 "updated_at":"2026-01-01T00:00:00.000Z","version":1},"changed":{}}""".formatted(
                        id, id, on, operator, value, grants));
    }
}
