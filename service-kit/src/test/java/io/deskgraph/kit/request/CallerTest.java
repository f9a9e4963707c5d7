package io.deskgraph.kit.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallerTest {

    @Test
    void aGoodTokenNamesTenantAndUser() {
        // Given
        String bearer = TestTokens.with("parcel:read").bearer();

        // When
        var answer = given().header("Authorization", bearer).get("/parcels/me");

        // Then
        answer.then()
                .statusCode(200)
                .body("tenant", equalTo(TestTokens.TENANT.toString()))
                .body("slug", equalTo("acme"))
                .body("user", equalTo(TestTokens.USER.toString()))
                .body("actor", equalTo("USER"))
                .body("msp", equalTo(false))
                .body("may", equalTo(true));
    }
}
