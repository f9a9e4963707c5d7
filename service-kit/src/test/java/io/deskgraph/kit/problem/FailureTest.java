package io.deskgraph.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "23505, 409, CONFLICT, Resource already exists",
        "23P01, 409, CONFLICT, Resource already exists",
        "23503, 400, BAD_REQUEST, Invalid reference",
        "23502, 400, VALIDATION_ERROR, Validation failed",
        "23514, 400, VALIDATION_ERROR, Validation failed",
        "22001, 400, VALIDATION_ERROR, A text is too long",
        "22003, 400, VALIDATION_ERROR, A number is out of range",
        "22021, 400, VALIDATION_ERROR, A text contains a character that is not allowed",
        "22P05, 400, VALIDATION_ERROR, A text contains a character that is not allowed",
        "22008, 400, VALIDATION_ERROR, A date or time is out of range",
        "22P02, 400, VALIDATION_ERROR, A value has the wrong form",
        "40001, 503, UNAVAILABLE, 'The service is busy, try again'",
        "40P01, 503, UNAVAILABLE, 'The service is busy, try again'",
        "57P01, 503, UNAVAILABLE, 'The service is busy, try again'",
        "53300, 503, UNAVAILABLE, 'The service is busy, try again'",
        "08006, 503, UNAVAILABLE, 'The service is busy, try again'",
        "42703, 500, INTERNAL_ERROR, An unexpected error occurred",
        "42501, 500, INTERNAL_ERROR, An unexpected error occurred"
    })
    void aDatabaseFailureIsToldByItsState(String state, int status, String code, String message) {
        for (String how : new String[] {"sql", "wrapped"}) {
            expect(get("/failures/" + how + "/" + state), status, code).body("message", equalTo(message));
        }
    }

    @Test
    void aLostConnectionIsUnavailable() {
        expect(get("/failures/connection"), 503, "UNAVAILABLE").header("Retry-After", "1");
    }

    @Test
    void aBugSaysNothingButItsRequestId() {
        expect(get("/failures/bug"), 500, "INTERNAL_ERROR").body("message", equalTo("An unexpected error occurred"));
    }

    @Test
    void brokenJsonOfOurOwnIsNotTheClientsMistake() {
        expect(get("/failures/own-json"), 500, "INTERNAL_ERROR");
    }

    private static ValidatableResponse expect(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("error.code", equalTo(code))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    private static Response get(String path) {
        return given().header("Authorization", TestTokens.with("parcel:read").bearer())
                .get(path);
    }
}
