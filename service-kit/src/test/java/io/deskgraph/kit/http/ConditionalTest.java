package io.deskgraph.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConditionalTest {

    @Test
    void aReaderWithAGoodCopyGetsNoBody() {
        // Given
        String tag = caller().get("/parcels/one").header("ETag");

        // When
        var again = caller().header("If-None-Match", tag).get("/parcels/one");

        // Then
        again.then().statusCode(304).header("ETag", equalTo(tag)).body(emptyString());
    }

    @Test
    void aReaderWithAnOldCopyGetsTheNewOne() {
        caller().header("If-None-Match", "\"7-other\"")
                .get("/parcels/one")
                .then()
                .statusCode(200)
                .body("data.name", equalTo("one"));
    }

    @Test
    void anUnreadableConditionIsABadRequest() {
        caller().header("If-None-Match", "nonsense")
                .get("/parcels/one")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void aWriteOnTheReadVersionPasses() {
        String tag = caller().get("/parcels/one").header("ETag");

        caller().header("If-Match", tag).put("/parcels/one").then().statusCode(200);
    }

    @Test
    void aLateWriteIsRefused() {
        caller().header("If-Match", "\"6-abc\"")
                .put("/parcels/one")
                .then()
                .statusCode(412)
                .body("error.code", equalTo("PRECONDITION_FAILED"));
    }

    private static RequestSpecification caller() {
        return given().contentType("application/json")
                .header(
                        "Authorization",
                        TestTokens.with("parcel:read", "parcel:update").bearer());
    }
}
