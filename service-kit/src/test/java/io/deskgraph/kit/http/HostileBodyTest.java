package io.deskgraph.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostileBodyTest {

    private static final String NOT_ALLOWED = "Contains a character that is not allowed";

    @ParameterizedTest(name = "{0}")
    @MethodSource("members")
    void aWrongMemberIsPointedAt(String members, String pointer, String message) {
        // When
        Response answer = post("{\"short_name\":\"a\",\"pieces\":1," + members + "}");

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("message", equalTo("Validation failed"))
                .body("error.details.pointer", hasItem(pointer))
                .body("error.details.message", hasItem(message))
                .body(not(containsString("fasterxml")))
                .body(not(containsString("deskgraph.kit")));
    }

    static Stream<Arguments> members() {
        return Stream.of(
                arguments("\"owner_id\":\"no-uuid\"", "/owner_id", "Invalid UUID"),
                arguments("\"owner_id\":\"1-1-1-1-1\"", "/owner_id", "Invalid UUID"),
                arguments("\"owner_id\":\"AAAAAAAAAAAAAAAAAAAAAA==\"", "/owner_id", "Invalid UUID"),
                arguments("\"owner_id\":\"\"", "/owner_id", "Invalid UUID"),
                arguments("\"owner_id\":7", "/owner_id", "Must be a string"),
                arguments("\"owner_id\":{}", "/owner_id", "Must be a string"),
                arguments("\"sent_at\":\"yesterday\"", "/sent_at", "Invalid datetime"),
                arguments("\"sent_at\":\"2026-01-01\"", "/sent_at", "Invalid datetime"),
                arguments("\"sent_at\":\"2026-01-01T00:00:00\"", "/sent_at", "Invalid datetime"),
                arguments("\"sent_at\":\"2026-13-01T00:00:00Z\"", "/sent_at", "Invalid datetime"),
                arguments("\"sent_at\":\"+999999999-01-01T00:00:00Z\"", "/sent_at", "Invalid datetime"),
                arguments("\"sent_at\":\"0000-01-01T00:00:00Z\"", "/sent_at", "Datetime out of range"),
                arguments("\"sent_at\":1767225600", "/sent_at", "Must be a string"),
                arguments("\"due_date\":\"2026-02-30\"", "/due_date", "Invalid date"),
                arguments("\"due_date\":\"2026-02-01T00:00:00Z\"", "/due_date", "Invalid date"),
                arguments("\"due_date\":[2026,2,1]", "/due_date", "Must be a string"),
                arguments("\"unit_cost\":\"NaN\"", "/unit_cost", "Invalid number"),
                arguments("\"unit_cost\":\"1e5\"", "/unit_cost", "Invalid number"),
                arguments("\"unit_cost\":1e400000000", "/unit_cost", "Number out of range"),
                arguments("\"unit_cost\":true", "/unit_cost", "Must be a number"),
                arguments("\"weight\":9223372036854775808", "/weight", "Number out of range"),
                arguments("\"weight\":\"7\"", "/weight", "Must be a whole number"),
                arguments("\"weight\":1.5", "/weight", "Must be a whole number"),
                arguments("\"weight\":\"\"", "/weight", "Must be a whole number"),
                arguments("\"ratio\":\"NaN\"", "/ratio", "Must be a number"),
                arguments("\"ratio\":\"Infinity\"", "/ratio", "Must be a number"),
                arguments("\"ratio\":1e999", "/ratio", "Number out of range"),
                arguments("\"fragile\":\"true\"", "/fragile", "Must be true or false"),
                arguments("\"fragile\":1", "/fragile", "Must be true or false"),
                arguments("\"format\":\"HUGE\"", "/format", "Must be one of SMALL, extra_large"),
                arguments("\"format\":\"small\"", "/format", "Must be one of SMALL, extra_large"),
                arguments("\"format\":0", "/format", "Must be one of SMALL, extra_large"),
                arguments("\"format\":\"\"", "/format", "Must be one of SMALL, extra_large"),
                arguments("\"tags\":\"a\"", "/tags", "Must be an array"),
                arguments("\"tags\":{}", "/tags", "Must be an array"),
                arguments("\"tags\":[\"a\",7]", "/tags/1", "Must be a string"),
                arguments("\"tags\":[\"a\",\"b\\u0000\"]", "/tags/1", NOT_ALLOWED),
                arguments(
                        "\"items\":[{\"item_name\":\"a\"},{\"item_name\":\"\\ud800\"}]",
                        "/items/1/item_name",
                        NOT_ALLOWED),
                arguments("\"items\":[7]", "/items/0", "Must be an object"),
                arguments("\"items\":[{\"item_name\":\" \"}]", "/items/0/item_name", "must not be blank"),
                arguments("\"extra\":{\"a\":{\"b\":\"\\udc00x\"}}", "/extra/a/b", NOT_ALLOWED),
                arguments("\"extra\":{\"a\":1e400000000}", "/extra/a", "Number out of range"),
                arguments("\"extra\":[]", "/extra", "Must be an object"),
                arguments("\"tree\":{\"a\":[\"b\",\"\\u0000\"]}", "/tree/a/1", NOT_ALLOWED),
                arguments("\"tree\":{\"a\":1e400000000}", "/tree/a", "Number out of range"),
                arguments("\"databaseId\":\"longer\"", "/databaseId", "size must be between 0 and 5"),
                arguments("\"databaseId\":\"\\ud800\\ud800\"", "/databaseId", NOT_ALLOWED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aWrongBodyIsPointedAt(String body, String pointer, String message) {
        post(body)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details[0].pointer", equalTo(pointer))
                .body("error.details[0].message", equalTo(message));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("{\"short_name\":\"\\u0000\",\"pieces\":1}", "/short_name", NOT_ALLOWED),
                arguments("{\"short_name\":\"a\\ud83dz\",\"pieces\":1}", "/short_name", NOT_ALLOWED),
                arguments("{\"short_name\":7,\"pieces\":1}", "/short_name", "Must be a string"),
                arguments("{\"short_name\":\"a\"}", "/pieces", "Is required"),
                arguments("{\"short_name\":\"a\",\"pieces\":null}", "/pieces", "Is required"),
                arguments("{\"short_name\":\"a\",\"pieces\":2147483648}", "/pieces", "Number out of range"),
                arguments("{\"short_name\":\"a\",\"pieces\":1.5}", "/pieces", "Must be a whole number"),
                arguments("{\"short_name\":\"a\",\"pieces\":\"1\"}", "/pieces", "Must be a whole number"),
                arguments("{\"pieces\":1}", "/short_name", "must not be blank"),
                arguments(
                        "{\"short_name\":\"aaaaaaaaaaaaaaaaaaaaa\",\"pieces\":1}",
                        "/short_name",
                        "size must be between 0 and 20"),
                arguments("[]", "", "Must be an object"),
                arguments("\"text\"", "", "Must be an object"),
                arguments("7", "", "Must be an object"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"short_name\":",
                "{\"short_name\":\"a\"",
                "{'short_name':'a'}",
                "{\"short_name\":\"a\",}",
                "nonsense",
                "{\"short_name\":\"a\",\"pieces\":NaN}",
                "{\"short_name\":\"a\",\"pieces\":01}",
                "{\"short_name\":\"a\",\"pieces\":1} {}",
                "{\"short_name\":\"a\",\"pieces\":1}x",
                "{\"short_name\":\"a\\q\",\"pieces\":1}",
                "{\"short_name\":\"a\tb\",\"pieces\":1}",
                "// comment\n{\"short_name\":\"a\",\"pieces\":1}"
            })
    void brokenJsonIsSaidToBeBroken(String body) {
        post(body)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("message", equalTo("Malformed JSON"))
                .body("error.details[0].message", containsString("ine "))
                .body(not(containsString("fasterxml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"short_name\":\"a\",\"short_name\":\"b\",\"pieces\":1}",
                "{\"short_name\":\"a\",\"pieces\":1,\"extra\":{\"x\":1,\"x\":2}}",
                "{\"short_name\":\"a\",\"pieces\":1,\"tree\":{\"x\":1,\"x\":2}}"
            })
    void aMemberGivenTwiceIsRefused(String body) {
        post(body)
                .then()
                .statusCode(400)
                .body("message", equalTo("Malformed JSON"))
                .body("error.details[0].message", containsString("Duplicate member"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void aMissingBodyIsAskedFor(String body) {
        post(body).then().statusCode(400).body("message", equalTo("Request body is required"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 100_000})
    void deepNestingIsRefused(int depth) {
        String deep = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

        for (String member : new String[] {"extra", "tree", "unknown"}) {
            post("{\"short_name\":\"a\",\"pieces\":1,\"" + member + "\":" + deep + "}")
                    .then()
                    .statusCode(400)
                    .body("message", equalTo("Malformed JSON"));
        }
    }

    @Test
    void aNumberOfTooManyDigitsIsRefused() {
        post("{\"short_name\":\"a\",\"pieces\":1,\"unit_cost\":" + "9".repeat(100_000) + "}")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0 80", "ED A0 80", "FF", "C3", "E2 82"})
    void bytesThatAreNotUtf8AreRefused(String hex) {
        byte[] head = "{\"short_name\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\",\"pieces\":1}".getBytes(StandardCharsets.UTF_8);
        String[] bytes = hex.split(" ");
        byte[] body = new byte[head.length + bytes.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        for (int i = 0; i < bytes.length; i++) {
            body[head.length + i] = (byte) Integer.parseInt(bytes[i], 16);
        }
        System.arraycopy(tail, 0, body, head.length + bytes.length, tail.length);

        send(body, "application/json").then().statusCode(400).body("error.code", equalTo("VALIDATION_ERROR"));
    }

    private static Response post(String body) {
        return send(body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private static Response send(byte[] body, String type) {
        return given().header("Authorization", TestTokens.with("parcel:create").bearer())
                .header("Content-Type", type)
                .body(body)
                .post("/parcels");
    }
}
