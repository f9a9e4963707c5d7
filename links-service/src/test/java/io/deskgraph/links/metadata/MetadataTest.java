package io.deskgraph.links.metadata;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MetadataTest {

    private final Graph graph = new Graph();
    private String link = "";

    @BeforeEach
    void aLink() {
        graph.assets("a1", "b1");
        link = graph.child("a1", "b1");
    }

    @Test
    void whatIsWrittenIsReadTheLastKeyFirst() {
        post("{\"metadata\":[" + item("a", "1", "NUMBER") + "," + item("b", "x", null) + "]}")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("totalItems", equalTo(2))
                .body("successCount", equalTo(2))
                .body("failureCount", equalTo(0))
                .body("successfulItems", equalTo(List.of("a", "b")))
                .body("failedItems", empty())
                .body("message", equalTo("Upserted 2 of 2 metadata items"))
                .body("timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}"));

        String rest = "\"metadataSchemaName\":null,\"metadataSchemaField\":false,\"metadataSchemaRequired\":false,"
                + "\"metadataSchemaSequence\":null,\"metadataSchemaDefaultValue\":null,\"metadataSchemaDependsOn\":null,"
                + "\"metadataSchemaMultiFieldConflict\":false,\"metadataSchemaControlledListKeys\":[]}";
        assertEquals(
                "{\"metadata\":[{\"assetLinkId\":\"" + link + "\",\"metadataKey\":\"b\",\"metadataValue\":\"x\","
                        + "\"metadataValueType\":\"string\"," + rest + ",{\"assetLinkId\":\"" + link
                        + "\",\"metadataKey\":\"a\",\"metadataValue\":\"1\",\"metadataValueType\":\"number\"," + rest
                        + "],\"restrictMetadataOutsideSchemas\":false,\"NextToken\":null,\"message\":\"Success\"}",
                get("").asString());
    }

    @Test
    void aPostOverwritesAndAPutAdds() {
        post("{\"metadata\":[" + item("a", "1", null) + "]}").then().statusCode(200);
        post("{\"metadata\":[" + item("a", "2", "number") + "]}").then().statusCode(200);
        put("{\"metadata\":[" + item("b", "3", null) + "],\"updateType\":\"Update\"}")
                .then()
                .statusCode(200);
        values(List.of("b", "a"), List.of("3", "2"));
    }

    @Test
    void replacingRemovesWhatIsNotSent() {
        post("{\"metadata\":[" + item("a", "1", null) + "," + item("b", "2", null) + "]}")
                .then()
                .statusCode(200);
        put("{\"updateType\":\"REPLACE_ALL\",\"metadata\":[" + item("b", "3", null) + "," + item("c", "4", null) + "]}")
                .then()
                .statusCode(200)
                .body("message", equalTo("Replaced all metadata: deleted 1 keys, upserted 2 keys"));
        values(List.of("c", "b"), List.of("4", "3"));
    }

    @Test
    void whatIsNotThereIsToldAndDoesNoHarm() {
        post("{\"metadata\":[" + item("a", "1", null) + "]}").then().statusCode(200);
        delete("{\"metadataKeys\":[\"a\",\"z\"]}")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("successfulItems", equalTo(List.of("a")))
                .body("failedItems[0].key", equalTo("z"))
                .body("failedItems[0].error", equalTo("Metadata key not found"))
                .body("message", equalTo("Deleted 1 of 2 metadata items"));
        delete("{\"metadataKeys\":[\"a\"]}").then().statusCode(200).body("success", equalTo(false));
    }

    @Test
    void aKeyThatIsThereTwiceIsNotWritten() {
        post("{\"metadata\":[" + item("a", "0", null) + "]}").then().statusCode(200);
        String twice = item("a", "1", null) + "," + item("a", "2", null) + "," + item("b", "3", null);
        put("{\"updateType\":\"replace_all\",\"metadata\":[" + twice + "]}")
                .then()
                .statusCode(200)
                .body("successfulItems", equalTo(List.of("b")))
                .body("failedItems.key", equalTo(List.of("a", "a")));
        values(List.of("b", "a"), List.of("3", "0"));
    }

    @Test
    void aLinkHas500KeysAtMost() {
        post(many(0, 500)).then().statusCode(200);
        post(many(100, 300)).then().statusCode(200);
        post(many(499, 501))
                .then()
                .statusCode(400)
                .body("message", containsString("VAMS General Error: Maximum 500 metadata records allowed per entity"));
        put("{\"updateType\":\"replace_all\"," + many(0, 501).substring(1))
                .then()
                .statusCode(400)
                .body("message", containsString("REPLACE_ALL operations are limited to 500 metadata items"));
        assertEquals(500, stored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};field required",
                "{\"metadata\":7};value is not a valid list",
                "{\"metadata\":[]};metadata must contain at least 1 item",
                "{\"metadata\":[{\"metadataValue\":\"x\"}]};field required",
                "{\"metadata\":[{\"metadataKey\":\"\",\"metadataValue\":\"x\"}]};at least 1 characters",
                "{\"metadata\":[{\"metadataKey\":\"k\"}]};field required",
                "{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":null}]};none is not an allowed value",
                "{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":{}}]};str type expected",
                "{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":\"x\",\"metadataValueType\":\"money\"}]};Invalid metadataValueType 'money'. Supported types are: string",
                "{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":\"x\",\"metadataValueType\":\"number\"}]};must be a valid number for type 'number'",
                "{\"metadata\":[7]};field required",
                "{\"metadata\":;Invalid JSON in request body",
                "'';Request body is required"
            })
    void aWrongBodyIsTold(String body, String message) {
        for (String method : List.of("POST", "PUT")) {
            graph.caller()
                    .body(body)
                    .request(method, path())
                    .then()
                    .statusCode(400)
                    .body("message", containsString(message));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};field required",
                "{\"metadataKeys\":[]};metadataKeys must contain at least 1 item",
                "{\"metadataKeys\":null};none is not an allowed value",
                "{\"metadataKeys\":[{}]};str type expected",
                "'';Request body is required"
            })
    void aWrongDeletionIsTold(String body, String message) {
        delete(body).then().statusCode(400).body("message", containsString(message));
    }

    @Test
    void anUpdateTypeIsKnown() {
        put("{\"updateType\":\"merge\",\"metadata\":[" + item("a", "1", null) + "]}")
                .then()
                .statusCode(400)
                .body("message", containsString("value is not a valid enumeration member"));
        post("{\"metadata\":[" + item("é".repeat(257), "1", null) + "]}").then().statusCode(400);
        post("{\"metadata\":[" + item("é".repeat(256), "1", null) + "]}").then().statusCode(200);
        post("{\"metadata\":[{\"metadataKey\":7,\"metadataValue\":1.50}]}")
                .then()
                .statusCode(200);
        get("?maxItems=1&pageSize=1&startingToken=x")
                .then()
                .statusCode(200)
                .body("metadata[1].metadataValue", equalTo("1.50"));
        get("?maxItems=0").then().statusCode(400);
        get("?pageSize=x").then().statusCode(400);
    }

    @Test
    void itIsPartOfTheLinksVersion() {
        String before = get("").header("ETag");
        post("{\"metadata\":[" + item("a", "1", null) + "]}").then().statusCode(200);
        graph.caller()
                .header("If-Match", before)
                .body("{\"metadata\":[" + item("a", "2", null) + "]}")
                .put(path())
                .then()
                .statusCode(412);
        graph.caller()
                .header("If-Match", before)
                .body("{\"metadataKeys\":[\"a\"]}")
                .delete(path())
                .then()
                .statusCode(412);
        String now = get("").header("ETag");
        post("{\"metadata\":[" + item("a", "1", null) + "]}").then().statusCode(200);
        assertEquals(now, get("").header("ETag"));
        graph.caller().header("If-None-Match", now).get(path()).then().statusCode(304);
    }

    @Test
    void itGoesWithItsLink() {
        post("{\"metadata\":[" + item("a", "1", null) + "]}").then().statusCode(200);
        graph.delete(link).then().statusCode(200);
        assertEquals(0, stored());
        for (Response answer : List.of(
                get(""),
                post("{\"metadata\":[" + item("a", "1", null) + "]}"),
                put("{\"metadata\":[" + item("a", "1", null) + "]}"),
                delete("{\"metadataKeys\":[\"a\"]}"),
                graph.caller().get("/asset-links/not-a-uuid/metadata"))) {
            answer.then().statusCode(404).body("message", containsString("Asset link not found"));
        }
    }

    @Test
    void aKeyHasOneEffect() {
        String body = "{\"metadata\":[" + item("a", "1", null) + "]}";
        Response first =
                graph.caller().header("Idempotency-Key", "m").body(body).post(path());
        Response second =
                graph.caller().header("Idempotency-Key", "m").body(body).post(path());
        assertEquals(first.asString(), second.asString());
        graph.caller()
                .header("Idempotency-Key", "m")
                .body(body.replace("1", "2"))
                .post(path())
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST", "PUT", "DELETE"})
    void withoutAPermissionOrATokenNothingHappens(String method) {
        Desk.as(TestTokens.with("ticket:read").tenant(graph.tenant(), "desk"))
                .body("{}")
                .request(method, path())
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .request(method, path())
                .then()
                .statusCode(401);
        graph.caller().contentType("text/plain").body("x").post(path()).then().statusCode(415);
    }

    private void values(List<String> keys, List<String> values) {
        get("").then()
                .statusCode(200)
                .body("metadata.metadataKey", equalTo(keys))
                .body("metadata.metadataValue", equalTo(values));
    }

    private static String item(String key, String value, String type) {
        String typed = type == null ? "" : ",\"metadataValueType\":\"" + type + "\"";
        return "{\"metadataKey\":\"" + key + "\",\"metadataValue\":\"" + value + "\"" + typed + "}";
    }

    private static String many(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> item("k" + i, "v", null))
                .collect(Collectors.joining(",", "{\"metadata\":[", "]}"));
    }

    private long stored() {
        return Database.count("SELECT count(*) FROM asset_link_metadata WHERE tenant_id = ?", graph.tenant());
    }

    private String path() {
        return "/asset-links/" + link + "/metadata";
    }

    private Response get(String query) {
        return graph.caller().get(path() + query);
    }

    private Response post(String body) {
        return graph.caller().body(body).post(path());
    }

    private Response put(String body) {
        return graph.caller().body(body).put(path());
    }

    private Response delete(String body) {
        return graph.caller().body(body).delete(path());
    }
}
