package io.deskgraph.assets;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every operation refuses in the same way: names that are none, and writers whose picture is out of date. */
@QuarkusTest
class RefusalTest {

    private static final String STALE = "\"77-stale\"";

    private final Api api = Api.ofNewTenant();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/assets/x",
                "DELETE /api/assets/x",
                "GET /api/assets/x/history",
                "POST /api/assets/x/checkin",
                "GET /api/v1/assets/x/audit",
                "GET /api/v1/custom-fields/x",
                "DELETE /api/v1/custom-fields/x",
                "GET /api/categories/x",
                "DELETE /api/locations/x",
                "GET /database/%00",
                "DELETE /database/%00",
                "GET /database/%00/assets",
                "GET /database/default/assets/%00",
                "DELETE /database/default/assets/%00/archiveAsset",
                "PUT /database/default/assets/%00/unarchiveAsset"
            })
    void aNameThatIsNoneIsRefused(String operation) {
        call(operation, null, "{}").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories", "locations", "employees"})
    void aLookUpThatMovedOnIsNeitherChangedNorDeleted(String kind) {
        api.post("/api/" + kind, "{\"name\":\"one\"}");
        refusesStale("PUT /api/" + kind + "/1", "{\"name\":\"two\"}");
        refusesStale("DELETE /api/" + kind + "/1", "");
        api.get("/api/" + kind + "/1").then().statusCode(200).body("name", equalTo("one"));
    }

    @Test
    void aCustomFieldThatMovedOnIsNeitherChangedNorDeleted() {
        String id = api.post("/api/v1/custom-fields", "{\"name\":\"cpu\",\"type\":\"text\"}")
                .jsonPath()
                .getString("data.field_id");
        String path = "/api/v1/custom-fields/" + id;
        refusesStale("PUT " + path, "{\"name\":\"gpu\",\"type\":\"text\"}");
        refusesStale("DELETE " + path, "");
        api.get(path).then().statusCode(200).body("data.name", equalTo("cpu"));
        assertEquals(204, api.delete(path).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PATCH /api/v1/assets/{id}|{\"notes\":\"n\"}",
                "DELETE /api/v1/assets/{id}|",
                "PATCH /api/assets/{id}|{\"notes\":\"n\"}",
                "DELETE /api/assets/{id}|",
                "PUT /database/default/assets/T-1|{\"tags\":[\"n\"]}",
                "DELETE /database/default/assets/T-1/archiveAsset|",
                "PUT /database/default/assets/T-1/unarchiveAsset|",
                "DELETE /database/default/assets/T-1/deleteAsset|{\"confirmPermanentDelete\":true}"
            })
    void anAssetThatMovedOnIsNeitherChangedNorDeleted(String operation, String body) {
        String id = api.asset("T-1").getString("asset_id");
        refusesStale(operation.replace("{id}", id), body == null ? "" : body);
        assertEquals(1, api.get("/internal/assets/" + id).jsonPath().getInt("version"));
    }

    @Test
    void theLimitHoldsInTheThirdDialectToo() {
        String tenant = api.tenant().toString();
        Events.publish(Topics.IDENTITY, EventTypes.TENANT_UPDATED, api.tenant(), tenant, 1, """
                {"after":{"slug":"acme","name":"Acme","is_msp":false,"settings":{"asset_limit":0}},"changed":{}}""");
        Eventually.until("the limit is known", () -> api.post("/assets", """
                                {"databaseId":"default","assetName":"Thing","description":"A thing","isDistributable":true}""").statusCode() == 402);
    }

    private void refusesStale(String operation, String body) {
        call(operation, STALE, body).then().statusCode(412).body("error.code", equalTo("PRECONDITION_FAILED"));
    }

    private Response call(String operation, String ifMatch, String body) {
        String[] parts = operation.split(" ");
        var request = api.request().urlEncodingEnabled(false);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (!body.isEmpty()) {
            request.body(body);
        }
        return request.request(parts[0], parts[1]);
    }
}
