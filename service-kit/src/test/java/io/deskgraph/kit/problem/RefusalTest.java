package io.deskgraph.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.test.RawHttp;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalTest {

    @Inject
    ObjectMapper json;

    @Test
    void theBodyHasExactlyTheDocumentedMembers() throws IOException {
        // When
        String body = caller().get("/parcels/refused").asString();

        // Then
        JsonNode problem = json.readTree(body);
        assertEquals(
                List.of(
                        "type",
                        "title",
                        "status",
                        "detail",
                        "instance",
                        "requestId",
                        "success",
                        "message",
                        "error",
                        "meta"),
                names(problem));
        assertEquals(List.of("code", "message", "details"), names(problem.get("error")));
        assertEquals(List.of("timestamp", "version"), names(problem.get("meta")));
        assertEquals("/parcels/refused", problem.get("instance").textValue());
        assertEquals(
                "https://deskgraph.io/problems/conflict", problem.get("type").textValue());
        assertEquals(
                "{\"locked_fields\":[\"short_name\"]}",
                problem.at("/error/details").toString());
    }

    @Test
    void aRefusalCarriesItsHeaders() {
        caller().get("/parcels/refused").then().statusCode(409).header("Retry-After", "3");
    }

    @Test
    void withoutDetailsThereIsNoSuchMember() throws IOException {
        JsonNode problem = json.readTree(given().get("/no/such/route").asString());

        assertEquals(List.of("code", "message"), names(problem.get("error")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/no/such/route", "/parcels/one/two/three", "/PARCELS"})
    void anUnknownRouteIsNotFound(String path) {
        caller().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("error.code", equalTo("NOT_FOUND"))
                .body("instance", equalTo(path));
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        caller().patch("/parcels/one")
                .then()
                .statusCode(405)
                .body("error.code", equalTo("METHOD_NOT_ALLOWED"))
                .header("Allow", containsString("GET"))
                .header("Allow", containsString("PUT"))
                .header("Allow", containsString("DELETE"));
    }

    @Test
    void anAnswerNobodyCanGiveIsNotAcceptable() {
        caller().accept("image/png")
                .get("/parcels/me")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("error.code", equalTo("NOT_ACCEPTABLE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/octet-stream", "multipart/form-data; boundary=x"})
    void anotherMediaTypeIsRefused(String type) {
        caller().header("Content-Type", type)
                .body("{\"short_name\":\"a\",\"pieces\":1}".getBytes(StandardCharsets.UTF_8))
                .post("/parcels")
                .then()
                .statusCode(415)
                .body("error.code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b/c", ",", "text/html, ;q=1"})
    void anAcceptHeaderThatNobodyCanReadIsRefused(String accept) {
        int status = caller().header("Accept", accept).get("/parcels/me").statusCode();

        assertTrue(status == 400 || status == 406, accept + ": " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "application/", "/json", ";"})
    void aMediaTypeThatNobodyCanReadIsRefused(String type) {
        String answer = RawHttp.send("POST /parcels HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nAuthorization: " + TestTokens.with("parcel:create").bearer()
                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertTrue(answer.startsWith("HTTP/1.1 415") || answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void theTimeHasMilliseconds() {
        given().get("/no/such/route")
                .then()
                .body("meta.timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    @Test
    void everyAnswerHasTheDefaultHeaders() {
        for (String path : List.of("/no/such/route", "/parcels/me", "/parcels/open")) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store");
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static RequestSpecification caller() {
        return given().header(
                        "Authorization",
                        TestTokens.with("parcel:read", "parcel:create", "parcel:update")
                                .bearer());
    }
}
