package io.deskgraph.assets.asset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class V1AssetTest {

    private static final String ASSETS = "/api/v1/assets";

    private final Api api = Api.ofNewTenant();

    @Test
    void createsInTheEnvelopeWithLinks() {
        String location = api.location("Berlin").getString("uuid");
        UUID client = UUID.randomUUID();

        Response created = api.post(ASSETS, """
                {"client_id":"%s","asset_type":"server","asset_tag":"S-1","name":"Server","status":"maintenance",
                 "location_id":"%s","serial_number":"X9","purchase_date":"2026-01-02T23:30:00Z",
                 "warranty_end_date":"2027-01-02","extension_data":{"os":"Debian"},"tags":["rack"]}""".formatted(client, location));

        String id = created.jsonPath().getString("data.asset_id");
        created.then()
                .statusCode(201)
                .header("Location", ASSETS + "/" + id)
                .body("success", equalTo(true))
                .body("meta.version", equalTo("1.0.0"))
                .body("meta.timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("data.tenant", equalTo(api.tenant().toString()))
                .body("data.asset_type", equalTo("server"))
                .body("data.client_id", equalTo(client.toString()))
                .body("data.location_id", equalTo(location))
                .body("data.serial_number", equalTo("X9"))
                .body("data.purchase_date", equalTo("2026-01-02T00:00:00.000Z"))
                .body("data.warranty_end_date", equalTo("2027-01-02T00:00:00.000Z"))
                .body("data.extension_data.os", equalTo("Debian"))
                .body("data.tags", contains("rack"));
        assertEquals(
                Map.of(
                        "self", link(ASSETS + "/" + id, "GET"),
                        "edit", link(ASSETS + "/" + id, "PUT"),
                        "delete", link(ASSETS + "/" + id, "DELETE"),
                        "list", link(ASSETS, "GET")),
                created.jsonPath().getMap("data._links"));
        assertEquals(List.of("success", "data", "meta"), members(created));
    }

    @Test
    void oneAssetComesWithItsSurroundings() {
        String id = api.asset("T-1").getString("asset_id");

        api.get(ASSETS + "/" + id)
                .then()
                .statusCode(200)
                .body("data.asset_id", equalTo(id))
                .body("data.client", nullValue())
                .body("data.relationships", empty())
                .body("data.documents", empty())
                .body("data.maintenance_schedules", empty())
                .body("data.warranty_status", equalTo("no_warranty"));
    }

    @Test
    void anUpdateLeavesAloneWhatIsNotSent() {
        JsonPath before = api.asset("T-1", ",\"serial\":\"S\",\"manufacturer\":\"M\",\"purchase_cost\":5");
        String id = before.getString("asset_id");

        Response updated = api.put(ASSETS + "/" + id, "{\"serial_number\":null,\"notes\":\"seen\"}");

        updated.then()
                .statusCode(200)
                .body("data.serial_number", nullValue())
                .body("data.notes", equalTo("seen"))
                .body("data.manufacturer", equalTo("M"))
                .body("data.purchase_cost", equalTo("5.00"))
                .body("data.asset_tag", equalTo("T-1"));
        assertEquals("seen", api.get("/api/assets/1").jsonPath().getString("notes"), "both dialects show one asset");
    }

    @Test
    void anEmptyUpdateMovesNothing() {
        String id = api.asset("T-1").getString("asset_id");
        Response first = api.put(ASSETS + "/" + id, "{\"name\":\"n\"}");

        Response same = api.put(ASSETS + "/" + id, "{}");

        assertEquals(200, same.statusCode());
        assertEquals(first.header("ETag"), same.header("ETag"));
        assertEquals(first.jsonPath().getMap("data"), same.jsonPath().getMap("data"));
    }

    @Test
    void listsByPage() {
        for (int i = 1; i <= 5; i++) {
            api.asset("T-" + i);
        }

        Response page = api.get(ASSETS + "?page=2&limit=2&sort=asset_tag&order=asc&nonsense=1");

        page.then()
                .statusCode(200)
                .header("X-Ignored-Parameters", "nonsense")
                .header(
                        "Link",
                        matchesPattern(
                                ".*page=1>; rel=\"first\".*rel=\"prev\".*page=3>; rel=\"next\".*page=3>; rel=\"last\""))
                .body("data.asset_tag", contains("T-3", "T-4"))
                .body("data[0]._links.self.method", equalTo("GET"));
        assertEquals(
                Map.of("page", 2, "limit", 2, "total", 5, "totalPages", 3),
                page.jsonPath().getMap("pagination"));
        assertEquals(List.of("success", "data", "pagination", "meta"), members(page));
        api.get(ASSETS + "?page=9").then().statusCode(200).body("data", empty()).body("pagination.total", equalTo(5));
    }

    @Test
    void newestFirstUnlessToldOtherwise() {
        api.asset("T-1");
        api.asset("T-2");

        api.get(ASSETS).then().body("data.asset_tag", contains("T-2", "T-1")).body("pagination.limit", equalTo(25));
    }

    @Test
    void deletesWithoutABody() {
        String id = api.asset("T-1").getString("asset_id");

        Response deleted = api.delete(ASSETS + "/" + id);

        assertEquals(204, deleted.statusCode());
        assertEquals("", deleted.asString());
        api.get(ASSETS + "/" + id).then().statusCode(404).body("message", equalTo("Asset not found"));
    }

    @ParameterizedTest
    @CsvSource({
        "page=0,page",
        "limit=101,limit",
        "limit=x,limit",
        "sort=secret,sort",
        "order=up,order",
        "status=x,status",
        "client_id=1,client_id",
        "has_warranty=yes,has_warranty",
        "purchase_date_from=x,purchase_date_from"
    })
    void refusesBadParameters(String query, String member) {
        api.get(ASSETS + "?" + query)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details[0].path[0]", equalTo(member));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"location_id\":\"01970000-0000-7000-8000-000000000001\"}|400|/location_id",
                "{\"category_id\":\"01970000-0000-7000-8000-000000000001\"}|400|/category_id",
                "{\"warranty_end_date\":\"x\"}|400|/warranty_end_date",
                "{\"serial_number\":5}|400|/serial_number",
                "{\"extension_data\":\"x\"}|400|/extension_data",
                "{\"name\":null}|400|/name",
                "{\"status\":null}|400|/status",
                "{\"asset_tag\":\"  \"}|400|/asset_tag",
            })
    void refusesWhatIsWrongAndPointsAtIt(String body, int status, String pointer) {
        String id = api.asset("T-1").getString("asset_id");

        api.put(ASSETS + "/" + id, body)
                .then()
                .statusCode(status)
                .body("success", equalTo(false))
                .body("error.details[0].pointer", equalTo(pointer));
    }

    @Test
    void idsAreUuids() {
        api.asset("T-1");

        for (Response answer :
                List.of(api.get(ASSETS + "/1"), api.put(ASSETS + "/1", "{}"), api.delete(ASSETS + "/1"))) {
            answer.then().statusCode(400).body("message", equalTo("Invalid asset ID format"));
        }
        api.put(ASSETS + "/" + UUID.randomUUID(), "{}").then().statusCode(404);
    }

    @Test
    void aMovedTagMayNotMeetAnother() {
        api.asset("T-1");
        String second = api.asset("T-2").getString("asset_id");

        api.put(ASSETS + "/" + second, "{\"asset_tag\":\"T-1\"}").then().statusCode(409);
    }

    private static Map<String, String> link(String href, String method) {
        return Map.of("href", href, "method", method);
    }

    private static List<String> members(Response response) {
        return List.copyOf(response.jsonPath().<String, Object>getMap("").keySet());
    }
}
