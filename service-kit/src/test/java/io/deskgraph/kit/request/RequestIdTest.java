package io.deskgraph.kit.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestIdTest {

    @ParameterizedTest
    @CsvSource({
        "/parcels/me, 200",
        "/parcels/refused, 409",
        "/parcels/forgotten, 403",
        "/failures/bug, 500",
        "/no/such/route, 404",
        "/parcels/me?q=%00, 400"
    })
    void theSendersIdComesBackOnEveryAnswer(String path, int status) {
        Response answer = get(path, "abc-123");

        assertEquals(status, answer.statusCode());
        assertEquals("abc-123", answer.header("X-Request-Id"));
        if (status >= 400) {
            answer.then().body("requestId", equalTo("abc-123"));
        }
    }

    @Test
    void theResourceSeesTheSameId() {
        get("/parcels/me", "abc-123").then().body("request", equalTo("abc-123"));
    }

    @Test
    void theLongestIdIsTaken() {
        String id = "x".repeat(128);

        assertEquals(id, get("/parcels/me", id).header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "ü", "\u007F", ""})
    void anIdOfOtherCharactersIsReplaced(String sent) {
        String id = RequestIds.accept(sent);

        assertNotEquals(sent, id);
        assertEquals(7, UUID.fromString(id).version());
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        String id = get("/parcels/me", "x".repeat(129)).header("X-Request-Id");

        assertEquals(7, UUID.fromString(id).version());
    }

    @Test
    void withoutAnIdEachRequestGetsItsOwn() {
        String first = given().get("/no/such/route").header("X-Request-Id");
        String second = given().get("/no/such/route").header("X-Request-Id");

        assertNotEquals(first, second);
    }

    private static Response get(String path, String id) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", TestTokens.with("parcel:read").bearer())
                .header("X-Request-Id", id)
                .get(path);
    }
}
