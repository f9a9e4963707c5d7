package io.deskgraph.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.RawHttp;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FriendlyBodyTest {

    private static final String SMALL = "{\"short_name\":\"a\",\"pieces\":1}";

    @Test
    void namesAreSnakeCaseAndNullsAreWritten() {
        post(SMALL)
                .then()
                .statusCode(200)
                .body("short_name", equalTo("a"))
                .body("$", hasKey("owner_id"))
                .body("owner_id", nullValue())
                .body("$", hasKey("databaseId"));
    }

    @Test
    void unknownMembersAreIgnored() {
        post("{\"short_name\":\"a\",\"pieces\":1,\"colour\":{\"deep\":[1]}}")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05.000Z",
        "2026-01-02T03:04:05.1Z, 2026-01-02T03:04:05.100Z",
        "2026-01-02T03:04:05.123456Z, 2026-01-02T03:04:05.123Z",
        "2026-01-02T03:04:05+02:00, 2026-01-02T01:04:05.000Z",
        "2026-01-02T03:04:05.678-05:30, 2026-01-02T08:34:05.678Z",
        "2026-01-02T03:04Z, 2026-01-02T03:04:00.000Z"
    })
    void timesAreReadWithAnyOffsetAndWrittenInMilliseconds(String sent, String answered) {
        post("{\"short_name\":\"a\",\"pieces\":1,\"sent_at\":\"" + sent + "\"}")
                .then()
                .statusCode(200)
                .body("sent_at", equalTo(answered));
    }

    @ParameterizedTest
    @CsvSource({"3499.00, 3499.00", "\"3499.00\", 3499.00", "1e3, 1000", "0.0000000001, 0.0000000001"})
    void decimalsAreWrittenPlain(String sent, String answered) {
        String body = post("{\"short_name\":\"a\",\"pieces\":1,\"unit_cost\":" + sent + "}")
                .asString();

        assertTrue(body.contains("\"unit_cost\":" + answered + ","), body);
    }

    @Test
    void freeFormValuesComeBackAsTheyWere() {
        String free =
                "{\"i\":1,\"l\":9007199254740993,\"big\":92233720368547758080,\"d\":1.10,\"t\":\"ü😀\",\"n\":null,"
                        + "\"a\":[true,{}]}";

        String body = post("{\"short_name\":\"a\",\"pieces\":1,\"extra\":" + free + ",\"tree\":" + free + "}")
                .asString();

        assertTrue(body.contains("\"extra\":" + free), body);
        assertTrue(body.contains("\"tree\":" + free), body);
    }

    @Test
    void anyTextThatIsUnicodeComesBack() {
        post("{\"short_name\":\"ü😀\\ud83d\\ude00é\",\"pieces\":1}")
                .then()
                .statusCode(200)
                .body("short_name", equalTo("ü😀😀é"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/merge-patch+json"})
    void jsonIsReadByAnyOfItsNames(String type) {
        caller().header("Content-Type", type)
                .body(SMALL.getBytes(StandardCharsets.UTF_8))
                .post("/parcels")
                .then()
                .statusCode(200);
    }

    @Test
    void withoutAMediaTypeABodyIsJson() {
        String answer = RawHttp.send("POST /parcels HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + TestTokens.with("parcel:create").bearer() + "\r\nContent-Length: " + SMALL.length()
                + "\r\nConnection: close\r\n\r\n" + SMALL);

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }

    @Test
    void anOptionalBodyMayBeAbsent() {
        caller().contentType("application/json")
                .post("/parcels/optional")
                .then()
                .statusCode(200)
                .body("given", equalTo(false));
        caller().contentType("application/json")
                .body(SMALL)
                .post("/parcels/optional")
                .then()
                .statusCode(200)
                .body("given", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20_000, 200_000, 1_000_000})
    void aBodyOfAnySizeIsHandledOnTheEventLoop(int size) {
        Response answer = caller().contentType("application/json")
                .body("{\"text\":\"" + "x".repeat(size) + "\"}")
                .post("/parcels/thread");

        assertEquals(200, answer.statusCode());
        answer.then().body("event_loop", equalTo(true));
    }

    private static Response post(String body) {
        return caller().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/parcels");
    }

    private static RequestSpecification caller() {
        return given().header("Authorization", TestTokens.with("parcel:create").bearer());
    }
}
