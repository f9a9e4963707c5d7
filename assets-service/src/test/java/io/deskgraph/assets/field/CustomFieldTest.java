package io.deskgraph.assets.field;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Parallel;
import io.deskgraph.assets.Schemas;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CustomFieldTest {

    private static final String PATH = "/api/v1/custom-fields";
    private static final String SIZES =
            "{\"name\":\"size\",\"type\":\"select\",\"options\":[\"S\",\"L\"],\"required\":true}";

    @Inject
    CustomFields fields;

    @Inject
    Transactions transactions;

    private final Api api = Api.ofNewTenant();

    @Test
    void isMadeReadListedChangedAndDeleted() {
        String id = make(SIZES);
        make("{\"name\":\"age\",\"type\":\"number\"}");

        api.get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"1-[\\w-]+\""))
                .body("success", is(true))
                .body("data.keySet()", equalTo(Set.of("field_id", "name", "type", "options", "required")))
                .body("data.options", contains("S", "L"))
                .body("data.required", is(true))
                .body("meta.version", is("1.0.0"));
        api.get(PATH).then().statusCode(200).body("data.name", contains("age", "size"));
        put(id, "{\"required\":false,\"options\":[\"S\",\"M\",\"L\"]}")
                .statusCode(200)
                .body("data.name", is("size"))
                .body("data.options", contains("S", "M", "L"))
                .body("data.required", is(false));
        api.delete(PATH + "/" + id).then().statusCode(204);
        api.get(PATH + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name",
                "{\"name\":\" \",\"type\":\"text\"}|/name",
                "{\"name\":\"x\",\"type\":\"float\"}|/type",
                "{\"name\":\"x\",\"type\":\"select\"}|/options",
                "{\"name\":\"x\",\"type\":\"text\",\"options\":[\"a\"]}|/options",
                "{\"name\":\"x\",\"type\":\"select\",\"options\":[]}|/options",
                "{\"name\":\"x\",\"type\":\"select\",\"options\":[\"a\",\"a\"]}|/options",
                "{\"name\":\"x\",\"type\":\"select\",\"options\":[\" \"]}|/options/0"
            })
    void refusesWhatIsWrong(String body, String pointer) {
        api.post(PATH, body).then().statusCode(400).body("error.details[0].pointer", is(pointer));
    }

    @Test
    void aNameIsThereOnceAlsoUnderRacesAndATypeStays() {
        List<Integer> answers = Parallel.times(8, i -> api.post(PATH, SIZES).statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(7, answers.stream().filter(status -> status == 409).count());
        assertEquals(1, Database.count("SELECT count(*) FROM custom_fields WHERE tenant_id = ?", api.tenant()));
        String id = api.get(PATH).jsonPath().getString("data[0].field_id");
        put(id, "{\"type\":\"text\",\"options\":null}").statusCode(400).body("error.details[0].pointer", is("/type"));
    }

    @Test
    void whatAssetsHaveValuesForKeepsNameAndOptionsAndStays() {
        String id = make(SIZES);
        api.asset("T-1", ",\"custom_fields\":{\"size\":\"S\"}");
        api.asset("T-2", ",\"custom_fields\":{\"size\":\"L\"}");

        inUse(put(id, "{\"name\":\"width\"}"));
        inUse(put(id, "{\"options\":[\"S\"]}"));
        inUse(api.delete(PATH + "/" + id).then());
        put(id, "{\"options\":[\"S\",\"L\",\"XL\"],\"required\":false}").statusCode(200);
    }

    @Test
    void valuesAreHeldAgainstTheDefinitions() {
        make(SIZES);
        make("{\"name\":\"age\",\"type\":\"number\"}");
        make("{\"name\":\"bought\",\"type\":\"date\"}");
        make("{\"name\":\"leased\",\"type\":\"boolean\"}");
        make("{\"name\":\"remark\",\"type\":\"text\"}");

        check(Map.of("size", "S", "age", 3, "bought", "2026-01-31", "leased", true, "remark", "x", "free", List.of(1)));
        Problem refused = assertThrows(
                Problem.class,
                () -> check(Map.of("size", "M", "age", "3", "bought", "2026-02-30", "leased", 1, "remark", 2)));
        assertEquals(
                List.of(
                        "/custom_fields/age",
                        "/custom_fields/bought",
                        "/custom_fields/leased",
                        "/custom_fields/remark",
                        "/custom_fields/size"),
                pointers(refused));
        assertEquals(List.of("/custom_fields/size"), pointers(assertThrows(Problem.class, () -> check(Map.of()))));
    }

    @Test
    void eachChangeIsOneEvent() {
        String id = make("{\"name\":\"age\",\"type\":\"number\"}");
        put(id, "{\"name\":\"years\"}");
        put(id, "{\"name\":\"years\"}");
        api.delete(PATH + "/" + id);

        List<PublishedEvent> events = Events.await(Topics.ASSETS, api.tenant(), found -> found.size() == 3);
        assertEquals(
                List.of(1L, 2L, 3L),
                events.stream().map(PublishedEvent::version).toList());
        events.forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
        events.forEach(event -> assertEquals("custom_field:" + id, event.subject()));
        assertEquals(
                "{\"name\":{\"old\":\"age\",\"new\":\"years\"}}",
                events.get(1).payload().path("changed").toString());
        assertEquals(
                "number", events.get(1).payload().at("/after/attributes/type").asText());
    }

    @Test
    void anothersFieldIsNone() {
        String id = Api.ofNewTenant()
                .post(PATH, SIZES)
                .then()
                .statusCode(201)
                .extract()
                .path("data.field_id");

        for (String unknown : List.of(id, Ids.next().toString())) {
            api.get(PATH + "/" + unknown).then().statusCode(404).body("message", is("Custom field not found"));
            put(unknown, "{\"required\":false}").statusCode(404);
            api.delete(PATH + "/" + unknown).then().statusCode(404);
        }
        api.get(PATH).then().body("data.size()", is(0));
        check(Map.of());
    }

    private void check(Map<String, Object> values) {
        transactions
                .run(api.tenant(), tx -> fields.check(tx, "custom_fields", values))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static List<String> pointers(Problem refused) {
        return ((List<?>) refused.details())
                .stream().map(detail -> ((Detail) detail).pointer()).toList();
    }

    private static void inUse(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("error.details.code", is("DEPENDENCIES_EXIST"))
                .body("error.details.dependencies.type", contains("assets"))
                .body("error.details.dependencies.count", contains(2));
    }

    private ValidatableResponse put(String id, String body) {
        return api.put(PATH + "/" + id, body).then();
    }

    private String make(String body) {
        return api.post(PATH, body)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(PATH + "/[0-9a-f-]{36}"))
                .extract()
                .path("data.field_id");
    }
}
