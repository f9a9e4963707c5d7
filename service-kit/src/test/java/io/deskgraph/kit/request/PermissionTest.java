package io.deskgraph.kit.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PermissionTest {

    @Test
    void theFirstMissingPermissionIsNamed() {
        given().header("Authorization", TestTokens.with("parcel:read").bearer())
                .delete("/parcels/one")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("FORBIDDEN"))
                .body("message", equalTo("Permission denied: Cannot delete parcel"));
    }

    @Test
    void everyPermissionIsNeeded() {
        given().header("Authorization", TestTokens.with("parcel:delete").bearer())
                .delete("/parcels/one")
                .then()
                .statusCode(403)
                .body("message", equalTo("Permission denied: Cannot read parcel"));
    }

    @Test
    void withAllOfThemItPasses() {
        given().header(
                        "Authorization",
                        TestTokens.with("parcel:read", "parcel:delete").bearer())
                .delete("/parcels/one")
                .then()
                .statusCode(204);
    }

    @Test
    void aPermissionIsNotAPrefix() {
        given().header(
                        "Authorization",
                        TestTokens.with("parcel:re", "parcel", "parcel:*", "parcels:read")
                                .bearer())
                .get("/parcels/me")
                .then()
                .statusCode(403);
    }

    @Test
    void anOperationThatDeclaresNothingIsDenied() {
        given().header("Authorization", TestTokens.with("parcel:read").bearer())
                .get("/parcels/forgotten")
                .then()
                .statusCode(403)
                .body("message", equalTo("Permission denied"));
    }

    @Test
    void anOpenOperationKnowsNoCaller() {
        given().get("/parcels/open").then().statusCode(200).body("known", equalTo(false));
    }

    @Test
    void anOpenOperationKnowsACallerWhoComesWithAToken() {
        given().header("Authorization", TestTokens.with().bearer())
                .get("/parcels/open")
                .then()
                .statusCode(200)
                .body("known", equalTo(true));
    }

    @Test
    void aBadTokenIsRefusedByAnOpenOperationToo() {
        given().header("Authorization", "Bearer nonsense")
                .get("/parcels/open")
                .then()
                .statusCode(401);
    }
}
