package io.deskgraph.assets;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator on the root domain, in no tenant in particular, lists the assets of all. */
@QuarkusTest
class EveryTenantTest {

    private final String run = Ids.next().toString().substring(24);
    private final UUID operator = Ids.next();
    private final Api operatorsOwn = Api.of(operator);
    private final Api everywhere = everywhere(operator);
    private final Api alpha = Api.ofNewTenant();
    private final Api beta = Api.ofNewTenant();
    private final Api empty = Api.ofNewTenant();

    @BeforeEach
    void createTenants() {
        tenant(operator, "o-" + run, true);
        tenant(alpha.tenant(), "a-" + run, false);
        tenant(beta.tenant(), "b-" + run, false);
        tenant(empty.tenant(), "e-" + run, false);
        for (String tag : List.of("2", "1", "3")) {
            alpha.asset(tag + run);
        }
        beta.asset("2" + run);
        beta.asset("1" + run);
        operatorsOwn.asset("1" + run);
    }

    @AfterEach
    void noMoreOperator() {
        Database.execute("DELETE FROM tenant_copies WHERE tenant_id = ?", operator);
    }

    @Test
    void rowsNameTheirTenantAndComeInTheOrderOfTheirSlugs() {
        Response page = everywhere.get("/api/assets?q=" + run);
        assertEquals(List.of("a 1", "a 2", "a 3", "b 1", "b 2", "o 1"), rows(page));
        assertNull(page.header("Link"));
        Response sorted = everywhere.get("/api/assets?sort=created_at&order=desc&q=" + run);
        assertEquals(List.of("a 3", "a 1", "a 2", "b 1", "b 2", "o 1"), rows(sorted));
    }

    @Test
    void pagesGoOnFromTenantToTenant() {
        for (int limit = 1; limit <= 7; limit++) {
            List<String> found = new ArrayList<>();
            String path = "/api/assets?count=true&sort=asset_tag&limit=" + limit + "&q=" + run;
            int pages = 0;
            while (path != null) {
                Response page = everywhere.get(path);
                assertEquals("6", page.header("X-Total-Count"));
                found.addAll(rows(page));
                path = next(page);
                pages++;
            }
            assertEquals(List.of("a 1", "a 2", "a 3", "b 1", "b 2", "o 1"), found, "by " + limit);
            assertEquals((6 + limit - 1) / limit, pages, "no empty page at the end, by " + limit);
        }
    }

    @Test
    void aRowOfOneTenantsListNamesNone() {
        Response own = alpha.get("/api/assets?q=" + run);
        assertEquals(3, own.jsonPath().getList("").size());
        assertTrue(own.jsonPath().<Object>getList("tenant").stream().allMatch(tenant -> tenant == null));
    }

    @Test
    void whatIsAskedWronglyIsRefusedOnce() {
        everywhere
                .get("/api/assets?cursor=x")
                .then()
                .statusCode(400)
                .body("error.details[0].path[0]", equalTo("cursor"));
        everywhere.get("/api/assets?sort=secret").then().statusCode(400);
    }

    @Test
    void theClaimAloneOpensNothingToAnOrdinaryTenant() {
        Response page = everywhere(alpha.tenant()).get("/api/assets?q=" + run);
        assertEquals(List.of(), page.jsonPath().getList(""));
    }

    @Test
    void theDatabaseTellsOnlyTheOperatorWhichTenantsThereAre() throws SQLException {
        assertEquals(0, tenantsSeenBy(alpha.tenant()));
        assertEquals(3, tenantsSeenBy(operator));
    }

    @Test
    void theParameterThatTheGatewayReadsIsNotReportedAsIgnored() {
        assertNull(everywhere.get("/api/assets?tenant=x&limit=1").header("X-Ignored-Parameters"));
        assertEquals("tenant", alpha.get("/api/assets?tenant=x").header("X-Ignored-Parameters"));
    }

    @Test
    void eachTenantsConstraintsHoldForItsRows() {
        // Given: one tenant keeps its vaults from the role that the operator has, the other does not
        alpha.asset("9" + run, ",\"asset_type\":\"vault\"");
        beta.asset("9" + run, ",\"asset_type\":\"vault\"");
        constrain(alpha, "allow", "assetId", "contains", ".*");
        constrain(alpha, "deny", "assetType", "equals", "vault");

        // Then
        String path = "/api/assets?count=true&asset_type=vault&q=" + run;
        Eventually.passes(() -> assertEquals(List.of("b 9"), rows(everywhere.get(path))));
        assertEquals("1", everywhere.get(path).header("X-Total-Count"));
    }

    private static void constrain(Api api, String effect, String field, String operator, String value) {
        String id = Ids.next().toString();
        Events.publish(Topics.IDENTITY, EventTypes.POLICY_CREATED, api.tenant(), id, 1, """
                {"after":{"policy_id":"%s","identifier":"%s","name":"n","description":"d","object_type":"asset",
                 "criteria_and":[{"field":"%s","operator":"%s","values":["%s"]}],"criteria_or":[],
                 "group_permissions":[{"group_id":"Technician","permission":"GET","permission_type":"%s"}],
                 "user_permissions":[],"created_at":"2026-01-01T00:00:00.000Z",
                 "updated_at":"2026-01-01T00:00:00.000Z","version":1},"changed":{}}""".formatted(
                        id, id, field, operator, value, effect));
    }

    private int tenantsSeenBy(UUID tenant) throws SQLException {
        try (Connection app = Database.connect("app")) {
            app.setAutoCommit(false);
            app.createStatement().execute("SELECT set_config('app.tenant', '" + tenant + "', true)");
            var counted = app.createStatement()
                    .executeQuery("SELECT count(*) FROM search.tenants WHERE slug LIKE '%" + run + "'");
            counted.next();
            return counted.getInt(1);
        }
    }

    private List<String> rows(Response page) {
        assertEquals(200, page.statusCode(), page.asString());
        List<String> tenants = page.jsonPath().getList("tenant");
        List<String> tags = page.jsonPath().getList("asset_tag");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            rows.add(tenants.get(i).charAt(0) + " " + tags.get(i).charAt(0));
        }
        return rows;
    }

    private static String next(Response page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(1, link.indexOf('>'));
    }

    private static Api everywhere(UUID tenant) {
        String[] all = Permissions.ALL.toArray(String[]::new);
        return new Api(
                tenant,
                TestTokens.with(all)
                        .tenant(tenant, "operator")
                        .msp()
                        .claim("all_tenants", true)
                        .bearer());
    }

    private static void tenant(UUID id, String slug, boolean msp) {
        Database.execute(
                "INSERT INTO tenant_copies (tenant_id, slug, name, is_msp) VALUES (?, ?, ?, ?)", id, slug, slug, msp);
    }
}
