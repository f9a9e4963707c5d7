package io.deskgraph.assets.lookup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LookUpTest {

    private final Api api = Api.ofNewTenant();

    @ParameterizedTest
    @ValueSource(strings = {"/api/categories", "/api/locations", "/api/employees"})
    void createsAndLists(String path) {
        Response second = api.post(path, "{\"name\":\" B \"}");
        api.post(path, "{\"name\":\"A\"}");

        second.then()
                .statusCode(201)
                .header("Location", path + "/1")
                .body("id", equalTo(1))
                .body("name", equalTo("B"));
        api.get(path).then().statusCode(200).body("name", contains("A", "B")).body("id", contains(2, 1));
        Response one = api.get(path + "/1");
        assertEquals(second.asString(), one.asString());
        assertEquals(second.header("ETag"), one.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/categories", "/api/locations", "/api/employees"})
    void refusesWhatIsWrong(String path) {
        api.post(path, "{\"name\":\"A\"}");

        api.post(path, "{\"name\":\"a \"}").then().statusCode(409).body("error.code", equalTo("CONFLICT"));
        for (String body : List.of("{}", "{\"name\":\" \"}", "{\"name\":null}", "{\"name\":3}")) {
            api.post(path, body).then().statusCode(400).body("error.details[0].pointer", equalTo("/name"));
        }
        api.get(path + "/2").then().statusCode(404);
        api.get(path + "/x").then().statusCode(400);
        api.request().delete(path).then().statusCode(405);
        assertEquals(2, api.post(path, "{\"name\":\"B\"}").jsonPath().getInt("id"), "a refusal takes no number");
    }

    @Test
    void keepsTheMembersOfEachKind() {
        api.post("/api/locations", "{\"name\":\"HQ\",\"address\":\"Main St 1\"}")
                .then()
                .body("address", equalTo("Main St 1"));
        api.post(
                        "/api/employees",
                        "{\"name\":\"Ada\",\"email\":\"ada@b.c\",\"department\":\"R&D\",\"is_active\":false}")
                .then()
                .body("email", equalTo("ada@b.c"))
                .body("department", equalTo("R&D"))
                .body("is_active", equalTo(false));
        api.post("/api/employees", "{\"name\":\"Bob\"}").then().body("is_active", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"/api/locations,address", "/api/employees,email", "/api/employees,department"})
    void boundsOtherTexts(String path, String member) {
        api.post(path, "{\"name\":\"A\",\"" + member + "\":\"" + "x".repeat(1001) + "\"}")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/" + member));
    }

    @Test
    void numbersAreGivenOnceUnderParallelCreation() {
        List<Integer> numbers =
                Parallel.times(16, i -> api.category("Category " + i).getInt("id"));

        assertEquals(16, new HashSet<>(numbers).size());
    }
}
