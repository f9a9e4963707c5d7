package io.deskgraph.assets.lookup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Parallel;
import io.deskgraph.assets.Schemas;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Categories, locations and employees after their creation. */
@QuarkusTest
class LookUpChangeTest {

    private final Api api = Api.ofNewTenant();

    @ParameterizedTest
    @ValueSource(strings = {"/api/categories", "/api/locations", "/api/employees"})
    void isChangedAndDeletedByNumberOrUuid(String path) {
        Response made = api.post(path, "{\"name\":\"A\"}");
        String uuid = path + "/" + made.path("uuid");
        String one = path + "/1";

        Response changed = api.request()
                .header("If-Match", made.header("ETag"))
                .body("{\"name\":\" B \"}")
                .put(uuid);
        changed.then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"2-[\\w-]+\""))
                .body("name", is("B"))
                .body("id", is(1));
        assertEquals(changed.asString(), api.put(one, "{\"name\":\"B\"}").asString());
        assertEquals(changed.header("ETag"), api.put(one, "{}").header("ETag"), "no change, no version");
        api.request()
                .header("If-Match", made.header("ETag"))
                .body("{\"name\":\"C\"}")
                .put(one)
                .then()
                .statusCode(412);
        api.request().header("If-Match", made.header("ETag")).delete(one).then().statusCode(412);
        api.delete(one).then().statusCode(204);
        api.get(uuid).then().statusCode(404);
        api.put(one, "{\"name\":\"C\"}").then().statusCode(404);
        api.delete(one).then().statusCode(404);
        assertEquals(2, api.post(path, "{\"name\":\"A\"}").jsonPath().getInt("id"), "a number is not given again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/categories", "/api/locations", "/api/employees"})
    void refusesWhatIsWrong(String path) {
        api.post(path, "{\"name\":\"A\"}");
        api.post(path, "{\"name\":\"B\"}");

        api.put(path + "/2", "{\"name\":\"a\"}").then().statusCode(409).body("error.details.fields", contains("name"));
        for (String body : List.of("{\"name\":\" \"}", "{\"name\":null}", "{\"name\":3}")) {
            api.put(path + "/2", body).then().statusCode(400).body("error.details[0].pointer", equalTo("/name"));
        }
        api.put(path + "/x", "{}").then().statusCode(400);
        api.delete(path + "/x").then().statusCode(400);
        api.request()
                .contentType("text/plain")
                .body("x")
                .put(path + "/2")
                .then()
                .statusCode(415);
        api.get(path + "/2").then().body("name", is("B"));
    }

    @ParameterizedTest
    @CsvSource({"/api/categories,category_id", "/api/locations,location_id"})
    void staysWhileAssetsHaveIt(String path, String member) {
        api.post(path, "{\"name\":\"A\"}");
        api.asset("T-1", ",\"" + member + "\":1");
        api.asset("T-2", ",\"" + member + "\":1");

        api.delete(path + "/1")
                .then()
                .statusCode(409)
                .body("message", containsString("is in use"))
                .body("error.details.code", is("DEPENDENCIES_EXIST"))
                .body("error.details.dependencies.type", contains("assets"))
                .body("error.details.dependencies.count", contains(2));
        api.delete("/api/assets/1");
        api.delete("/api/assets/2");
        api.delete(path + "/1").then().statusCode(204);
    }

    @Test
    void membersThatAreNotSentStay() {
        api.post(
                "/api/employees",
                "{\"name\":\"Ada\",\"email\":\"ada@b.c\",\"department\":\"R&D\",\"is_active\":false}");

        api.put("/api/employees/1", "{\"department\":null}")
                .then()
                .statusCode(200)
                .body("name", is("Ada"))
                .body("email", is("ada@b.c"))
                .body("department", nullValue())
                .body("is_active", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/categories", "/api/locations", "/api/employees"})
    void ofTwinsOneIsMade(String path) {
        List<Integer> answers =
                Parallel.times(8, i -> api.post(path, "{\"name\":\"Twin\"}").statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(7, answers.stream().filter(status -> status == 409).count());
        api.get(path).then().body("name", contains("Twin"));
    }

    @Test
    void ofLateWritersWithATagOneWins() {
        String tag = api.post("/api/categories", "{\"name\":\"A\"}").header("ETag");

        List<Integer> answers = Parallel.times(8, i -> api.request()
                .header("If-Match", tag)
                .body("{\"name\":\"N" + i + "\"}")
                .put("/api/categories/1")
                .statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        assertEquals(7, answers.stream().filter(status -> status == 412).count());
    }

    @ParameterizedTest
    @CsvSource({"/api/categories,category", "/api/locations,location", "/api/employees,employee"})
    void eachChangeIsOneEvent(String path, String kind) {
        String id = api.post(path, "{\"name\":\"A\"}").path("uuid");
        api.put(path + "/1", "{\"name\":\"B\"}");
        api.put(path + "/1", "{\"name\":\"B\"}");
        api.put(path + "/1", "{\"name\":\"\"}");
        api.delete(path + "/1");

        List<PublishedEvent> events = Events.await(Topics.ASSETS, api.tenant(), found -> found.size() >= 3);
        assertEquals(
                List.of(1L, 2L, 3L),
                events.stream().map(PublishedEvent::version).toList());
        events.forEach(event -> assertEquals(kind + ":" + id, event.subject()));
        events.forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
        assertEquals(
                "{\"name\":{\"old\":\"A\",\"new\":\"B\"}}",
                events.get(1).payload().path("changed").toString());
        assertEquals(1, events.get(1).payload().at("/after/attributes/number").asInt());
        assertTrue(events.get(2).payload().path("after").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/categories", "/api/locations", "/api/employees"})
    void anothersIsNone(String path) {
        Api theirs = Api.ofNewTenant();
        String foreign = theirs.post(path, "{\"name\":\"Secret\"}").path("uuid");

        for (String method : List.of("GET", "PUT", "DELETE")) {
            Response anothers = api.request().body("{\"name\":\"x\"}").request(method, path + "/" + foreign);
            Response nobodys = api.request().body("{\"name\":\"x\"}").request(method, path + "/" + Ids.next());
            assertEquals(404, anothers.statusCode());
            assertEquals(plain(nobodys), plain(anothers));
            assertEquals(
                    404, api.request().body("{}").request(method, path + "/1").statusCode());
        }
        theirs.get(path + "/1").then().statusCode(200).body("name", is("Secret"));
    }

    private static String plain(Response response) {
        return response.asString().replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
