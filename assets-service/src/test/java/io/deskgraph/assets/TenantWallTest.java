package io.deskgraph.assets;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two tenants with the same data: whatever one asks about the other's ids, it hears what it hears about ids of nobody. */
@QuarkusTest
class TenantWallTest {

    private static final String WHOLE = """
            {"asset_tag":"T","name":"n","manufacturer":null,"model":null,"serial":null,"status":"available",
             "category_id":null,"location_id":null,"purchase_date":null,"purchase_cost":null,
             "warranty_expiry":null,"notes":null}""";

    @Inject
    Transactions transactions;

    private final Api mine = Api.ofNewTenant();
    private final Api theirs = Api.ofNewTenant();
    private String myAsset;
    private String theirAsset;

    @BeforeEach
    void fillBoth() {
        myAsset = fill(mine);
        theirAsset = fill(theirs);
    }

    static Stream<String> operationsOnAnAsset() {
        return Stream.of(
                "GET /api/assets/{id}",
                "PUT /api/assets/{id}",
                "PATCH /api/assets/{id}",
                "DELETE /api/assets/{id}",
                "DELETE /api/assets/{id}?force=true",
                "POST /api/assets/{id}/checkout",
                "POST /api/assets/{id}/checkin",
                "GET /api/assets/{id}/history",
                "GET /api/v1/assets/{id}",
                "PUT /api/v1/assets/{id}",
                "PATCH /api/v1/assets/{id}",
                "DELETE /api/v1/assets/{id}",
                "GET /api/v1/assets/{id}/audit",
                "GET /database/default/assets/{id}",
                "PUT /database/default/assets/{id}",
                "DELETE /database/default/assets/{id}/archiveAsset",
                "PUT /database/default/assets/{id}/unarchiveAsset",
                "DELETE /database/default/assets/{id}/deleteAsset?force=true",
                "GET /internal/assets/{id}");
    }

    @ParameterizedTest
    @MethodSource("operationsOnAnAsset")
    void anothersAssetIsAsUnknownAsNobodys(String operation) {
        Response others = call(operation, theirAsset);
        Response nobodys = call(operation, Ids.next().toString());

        assertEquals(404, others.statusCode());
        assertEquals(plain(nobodys), plain(others));
        assertEquals(
                nobodys.headers().asList().size(), others.headers().asList().size());
        assertEquals(200, theirs.get("/api/assets/" + theirAsset).statusCode(), "and it is still there");
    }

    @Test
    void listsAndTotalsShowOnlyOnesOwn() {
        theirs.asset("T-9");

        assertEquals(List.of("T-1"), mine.get("/api/assets").jsonPath().getList("asset_tag"));
        assertEquals("1", mine.get("/api/assets?count=true&q=T-").header("X-Total-Count"));
        assertEquals(List.of("T-1"), mine.get("/api/assets?q=T-").jsonPath().getList("asset_tag"));
        assertEquals(
                List.of("T-1"),
                mine.get("/api/assets?q=T-&sort=name").jsonPath().getList("asset_tag"));
        assertEquals(
                1, mine.get("/api/assets?custom.n=1").jsonPath().getList("").size());
        assertEquals(1, mine.get("/api/assets/stats").jsonPath().getInt("total"));
        assertEquals(1, mine.get("/api/v1/assets?asset_tag=T").jsonPath().getInt("pagination.total"));
        assertEquals(1, mine.get("/api/v1/assets").jsonPath().getInt("pagination.total"));
        assertEquals(1, mine.get("/api/categories").jsonPath().getList("").size());
        assertEquals(1, mine.get("/api/locations").jsonPath().getList("").size());
        assertEquals(1, mine.get("/api/employees").jsonPath().getList("").size());
    }

    @Test
    void anothersLookUpsCannotBeUsed() {
        String location = theirs.get("/api/locations").jsonPath().getString("[0].uuid");

        Response refused = mine.put("/api/v1/assets/" + myAsset, "{\"location_id\":\"" + location + "\"}");

        assertEquals(400, refused.statusCode());
        assertEquals(
                plain(refused),
                plain(mine.put("/api/v1/assets/" + myAsset, "{\"location_id\":\"" + Ids.next() + "\"}")));
        assertEquals(
                List.of(),
                mine.get("/api/v1/assets?location_id=" + location).jsonPath().getList("data"));
    }

    @Test
    void anothersTagAndNumberAreFree() {
        assertEquals(2, mine.asset("T-2").getInt("id"));
        assertEquals(2, theirs.asset("T-2").getInt("id"));
    }

    @Test
    void aCursorOfAnotherLeadsNowhereElse() {
        theirs.asset("T-2");
        String link = theirs.get("/api/assets?limit=1").header("Link");
        String path = link.substring(1, link.indexOf('>'));
        mine.asset("T-3");

        assertEquals(List.of("T-3"), mine.get(path).jsonPath().getList("asset_tag"));
    }

    @Test
    void aQueryThatForgetsItsTenantStillSeesOnlyOnesOwn() {
        for (String table : List.of("assets", "categories", "locations", "employees", "asset_audit", "inventories")) {
            List<UUID> tenants = transactions
                    .run(mine.tenant(), tx -> tx.sql("SELECT DISTINCT tenant_id FROM " + table))
                    .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getUUID("tenant_id"))
                            .toList())
                    .await()
                    .atMost(Duration.ofSeconds(10));
            assertEquals(List.of(mine.tenant()), tenants, table);
        }
    }

    @Test
    void theSearchViewShowsAndTakesNothingOfAnother() throws SQLException {
        List<UUID> tenants = transactions
                .run(mine.tenant(), tx -> tx.sql("SELECT DISTINCT tenant_id FROM search.assets"))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("tenant_id"))
                        .toList())
                .await()
                .atMost(Duration.ofSeconds(10));
        assertEquals(List.of(mine.tenant()), tenants);
        try (Connection app = Database.connect("app")) {
            assertEquals(0, count(app, "SELECT count(*) FROM search.assets"), "nobody's without a tenant");
            for (String write : List.of(
                    "UPDATE search.assets SET notes = ''",
                    "DELETE FROM search.assets",
                    "INSERT INTO search.assets (tenant_id) VALUES (gen_random_uuid())")) {
                SQLException refused = assertThrows(
                        SQLException.class, () -> app.createStatement().execute(write));
                assertEquals("42501", refused.getSQLState(), write);
            }
        }
    }

    @Test
    void aBulkActionOnAnothersAssetsFindsNothing() {
        String body = "{\"ids\":[\"" + theirAsset + "\"],\"action\":\"%s\",\"mode\":\"each\"}";

        for (String action : List.of("delete", "checkin", "set_location")) {
            mine.post("/api/assets/bulk", body.formatted(action))
                    .then()
                    .statusCode(200)
                    .body("results[0].error", equalTo("Asset not found"));
        }

        assertEquals(200, theirs.get("/api/assets/" + theirAsset).statusCode());
    }

    private static int count(Connection app, String sql) throws SQLException {
        try (var rows = app.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void theOwnerTellsOnlyItsTenantsServices() {
        Response state = mine.get("/internal/assets/" + myAsset);

        assertEquals(200, state.statusCode());
        assertEquals(1, state.jsonPath().getInt("version"));
        assertEquals(myAsset, state.jsonPath().getString("after.asset_id"));
        assertEquals(mine.tenant().toString(), state.jsonPath().getString("after.tenant"));
        String named = "/internal/tagged-assets?database_id=default&asset_tag=T-1";
        assertEquals(state.asString(), mine.get(named).asString());
        assertEquals(
                404,
                mine.get("/internal/tagged-assets?database_id=other&asset_tag=T-1")
                        .statusCode());
        assertEquals(404, mine.get("/internal/tagged-assets?asset_tag=T-1").statusCode());
        assertEquals(401, given().get(named).statusCode(), "nobody without a token");
        assertEquals(401, given().get("/internal/assets/" + myAsset).statusCode(), "nobody without a token");
    }

    private static String fill(Api api) {
        int category = api.category("Laptops").getInt("id");
        int location = api.location("Berlin").getInt("id");
        api.employee("Ada");
        return api.asset(
                        "T-1",
                        ",\"category_id\":" + category + ",\"location_id\":" + location
                                + ",\"custom_fields\":{\"n\":1}")
                .getString("asset_id");
    }

    private Response call(String operation, String id) {
        String[] parts = operation.split(" ");
        String body =
                switch (parts[0]) {
                    case "PUT" -> WHOLE;
                    case "PATCH" -> "{}";
                    case "POST" -> "{\"employee_id\":1}";
                    case "DELETE" -> parts[1].contains("deleteAsset") ? "{\"confirmPermanentDelete\":true}" : "";
                    default -> "";
                };
        return mine.request().body(body).request(parts[0], parts[1].replace("{id}", id));
    }

    private static String plain(Response response) {
        return response.asString().replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
