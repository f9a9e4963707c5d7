package io.deskgraph.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class QueryTest {

    private static final String ID = "01970000-0000-7000-8000-00000000000a";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=0 | page | Must be between 1 and 2147483647",
                "page=-1 | page | Must be between 1 and 2147483647",
                "page=x | page | Must be a whole number",
                "page= | page | Must be a whole number",
                "page=1.0 | page | Must be a whole number",
                "page=99999999999999999999 | page | Must be a whole number",
                "limit=0 | limit | Must be between 1 and 100",
                "limit=101 | limit | Must be between 1 and 100",
                "owner_id=1-1-1-1-1 | owner_id | Invalid UUID",
                "owner_id= | owner_id | Invalid UUID",
                "fragile=TRUE | fragile | Must be true or false",
                "fragile=1 | fragile | Must be true or false",
                "from=2026-01-01 | from | Invalid datetime",
                "from=2026-01-01T00:00:00 | from | Invalid datetime",
                "day=2026-02-30 | day | Invalid date",
                "numbers=1,x | numbers | Must be a whole number",
                "numbers=[1,] | numbers | Must be a whole number",
                "numbers=2147483648 | numbers | Must be between -2147483648 and 2147483647",
                "sort=secret | sort | Must be one of name, size"
            })
    void aWrongParameterIsNamed(String query, String name, String message) {
        list(query)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("message", equalTo("Query validation failed"))
                .body("error.details", hasSize(1))
                .body("error.details[0].path", contains(name))
                .body("error.details[0].message", equalTo(message))
                .body("error.details[0].pointer", equalTo("/" + name));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        list("page=x&limit=y&owner_id=z")
                .then()
                .statusCode(400)
                .body("error.details.pointer", contains("/page", "/limit", "/owner_id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owner_id=" + ID + " | owner=" + ID,
                "fragile=true | fragile=true",
                "from=2026-01-01T00:00:00Z | from=2026-01-01T00:00:00Z",
                "from=2026-01-01T02:00:00%2B02:00 | from=2026-01-01T00:00:00Z",
                "day=2026-02-28 | day=2026-02-28",
                "numbers=1,2 | numbers=[1, 2]",
                "numbers=[1,%202] | numbers=[1, 2]",
                "numbers=%5B%5D | numbers=[]",
                "numbers= | numbers=[]",
                "sort=size | sort=p.size",
                "page=3&limit=7 | PageRequest[page=3, limit=7]"
            })
    void aGoodParameterIsRead(String query, String seen) {
        list(query.replace("[", "%5B").replace("]", "%5D"))
                .then()
                .statusCode(200)
                .body("data[0]", containsString(seen));
    }

    @Test
    void parametersThatTheRouteDoesNotKnowAreListed() {
        list("page=1&colour=red&a%0D%0Ab=1")
                .then()
                .statusCode(200)
                .header("X-Ignored-Parameters", equalTo("a%0D%0Ab, colour"));
    }

    @Test
    void knownParametersAreNotListed() {
        list("page=1&sort=name").then().header("X-Ignored-Parameters", nullValue());
    }

    @Test
    void aPageSaysWhereItStands() {
        list("page=2&limit=10")
                .then()
                .body("pagination.page", equalTo(2))
                .body("pagination.limit", equalTo(10))
                .body("pagination.total", equalTo(95))
                .body("pagination.totalPages", equalTo(10))
                .body("pagination.hasNext", equalTo(true))
                .body("pagination.hasPrev", equalTo(true));
    }

    @Test
    void aPageLinksToItsNeighbours() {
        list("limit=10&page=2&sort=name")
                .then()
                .header(
                        "Link",
                        equalTo("</parcels?limit=10&sort=name&page=1>; rel=\"first\", "
                                + "</parcels?limit=10&sort=name&page=1>; rel=\"prev\", "
                                + "</parcels?limit=10&sort=name&page=3>; rel=\"next\", "
                                + "</parcels?limit=10&sort=name&page=10>; rel=\"last\""));
    }

    @Test
    void aCursorThatIsNotOneOfOursIsRefused() {
        given().header("Authorization", TestTokens.with("parcel:read").bearer())
                .get("/parcels/after?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/cursor"));
    }

    private static Response list(String query) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", TestTokens.with("parcel:read").bearer())
                .get("/parcels?" + query.strip().replace("[", "%5B").replace("]", "%5D"));
    }
}
