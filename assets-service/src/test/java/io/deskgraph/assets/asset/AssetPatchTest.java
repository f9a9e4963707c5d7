package io.deskgraph.assets.asset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON merge patch in both dialects that have it. */
@QuarkusTest
class AssetPatchTest {

    private static final String FIELDS =
            ",\"custom_fields\":{\"cpu\":{\"cores\":8,\"ghz\":4.1},\"os\":\"Debian\",\"old\":1}";

    private final Api api = Api.ofNewTenant();

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json"})
    void nullClearsAbsentStaysObjectsMerge(String type) {
        // Given
        api.asset("T-1", FIELDS + ",\"serial\":\"S\",\"model\":\"M\",\"tags\":[\"a\"]");

        // When
        Response patched = api.request()
                .contentType(type)
                .body("{\"serial\":null,\"notes\":\"n\",\"custom_fields\":{\"cpu\":{\"cores\":12},\"old\":null}}")
                .patch("/api/assets/1");

        // Then
        patched.then()
                .statusCode(200)
                .body("serial", nullValue())
                .body("model", equalTo("M"))
                .body("notes", equalTo("n"))
                .body("tags", contains("a"));
        assertEquals(
                Map.of("cpu", Map.of("cores", 12, "ghz", 4.1f), "os", "Debian"),
                patched.jsonPath().getMap("custom_fields"));
        assertEquals(patched.asString(), api.get("/api/assets/1").asString());
        assertEquals(patched.header("ETag"), api.get("/api/assets/1").header("ETag"));
    }

    @Test
    void theOtherDialectMergesToo() {
        String path = "/api/v1/assets/" + api.asset("T-1", FIELDS).getString("asset_id");

        api.patch(path, "{\"warranty_end_date\":\"2027-01-02T10:00:00Z\",\"extension_data\":{\"os\":null,\"ram\":64}}")
                .then()
                .statusCode(200)
                .body("data.warranty_end_date", equalTo("2027-01-02T00:00:00.000Z"))
                .body("data.extension_data.cpu.cores", equalTo(8))
                .body("data.extension_data.ram", equalTo(64))
                .body("data.extension_data.os", nullValue());
        api.put(path, "{\"extension_data\":{\"ram\":64}}")
                .then()
                .body("data.extension_data", equalTo(Map.of("ram", 64)));
    }

    @Test
    void fieldsCanBeClearedAsAWhole() {
        api.asset("T-1", FIELDS);

        api.patch("/api/assets/1", "{\"custom_fields\":null}")
                .then()
                .statusCode(200)
                .body("custom_fields", equalTo(Map.of()));
    }

    @Test
    void aPatchThatChangesNothingMovesNothing() {
        api.asset("T-1", FIELDS);
        Response before = api.get("/api/assets/1");

        Response same = api.patch(
                "/api/assets/1", "{\"custom_fields\":{\"os\":\"Debian\",\"none\":null},\"name\":\"Thing T-1\"}");

        assertEquals(before.asString(), same.asString());
        assertEquals(before.header("ETag"), same.header("ETag"));
        assertEquals(before.header("ETag"), api.patch("/api/assets/1", "{}").header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":null}|400",
                "{\"asset_tag\":\" \"}|400",
                "{\"status\":\"lost\"}|400",
                "{\"category_id\":77}|400",
                "{\"custom_fields\":[1]}|400",
                "[]|400",
                "{|400",
                "{\"status\":\"deployed\"}|409",
                "{\"asset_tag\":\"T-2\"}|409"
            })
    void refusesWhatPutRefuses(String body, int status) {
        String id = api.asset("T-1").getString("asset_id");
        api.asset("T-2");

        assertEquals(status, api.patch("/api/assets/1", body).statusCode());
        assertEquals(
                status,
                api.patch("/api/v1/assets/" + id, body.replace("custom_fields", "extension_data"))
                        .statusCode());
    }

    @Test
    void aStaleWriterAndAnotherMediaTypeAreRefused() {
        String id = api.asset("T-1").getString("asset_id");

        for (String path : new String[] {"/api/assets/1", "/api/v1/assets/" + id}) {
            api.request()
                    .header("If-Match", "\"7-x\"")
                    .body("{\"notes\":\"n\"}")
                    .patch(path)
                    .then()
                    .statusCode(412);
            api.request().contentType("text/plain").body("x").patch(path).then().statusCode(415);
        }
    }

    @Test
    void definedFieldsBindWhoeverWritesThem() {
        // Given: an asset from before the definitions
        String id = api.asset("T-1", ",\"custom_fields\":{\"floor\":\"three\"}").getString("asset_id");
        api.post("/api/v1/custom-fields", "{\"name\":\"floor\",\"type\":\"number\",\"required\":true}")
                .then()
                .statusCode(201);

        // Then
        api.patch("/api/assets/1", "{\"notes\":\"untouched\"}").then().statusCode(200);
        api.patch("/api/assets/1", "{\"custom_fields\":{\"floor\":\"four\"}}")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/custom_fields/floor"));
        api.put("/api/v1/assets/" + id, "{\"extension_data\":{}}")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/extension_data/floor"));
        api.patch("/api/assets/1", "{\"custom_fields\":{\"floor\":4}}").then().statusCode(200);
        api.post("/api/assets", "{\"asset_tag\":\"T-2\",\"name\":\"n\"}")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/custom_fields/floor"));
    }
}
