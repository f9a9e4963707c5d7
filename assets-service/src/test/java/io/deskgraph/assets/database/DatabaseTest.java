package io.deskgraph.assets.database;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Parallel;
import io.deskgraph.assets.Schemas;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DatabaseTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void theDefaultIsThereWithoutBeingAskedForAndStays() {
        Response list = api.get("/database");

        list.then()
                .statusCode(200)
                .body("keySet()", equalTo(Set.of("message")))
                .body("message.keySet()", equalTo(Set.of("Items", "NextToken")))
                .body("message.NextToken", nullValue())
                .body("message.Items.databaseId", contains("default"))
                .body(
                        "message.Items[0].keySet()",
                        equalTo(Set.of("databaseId", "description", "dateCreated", "assetCount")));
        api.get("/database/default").then().statusCode(200).body("message.assetCount", is(0));
        api.delete("/database/default").then().statusCode(409);
        create("default", "Anything").then().statusCode(409);
        assertEquals(1, events(1).size());
    }

    @Test
    void isMadeCountedAndDeletedWhenEmpty() {
        create("warehouse", "Spare parts")
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(Set.of("databaseId", "message")))
                .body("databaseId", is("warehouse"));
        api.asset("T-1", ",\"database_id\":\"warehouse\"");

        api.get("/database/warehouse")
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"1-[\\w-]+\""))
                .body("message.description", is("Spare parts"))
                .body("message.assetCount", is(1));
        api.delete("/database/warehouse")
                .then()
                .statusCode(409)
                .body("error.details.dependencies[0].type", is("assets"))
                .body("error.details.dependencies[0].count", is(1));
        api.delete("/api/assets/1").then().statusCode(200);
        api.request()
                .header("If-Match", "\"9-x\"")
                .delete("/database/warehouse")
                .then()
                .statusCode(412);
        api.delete("/database/warehouse").then().statusCode(200).body("message", is("Database deleted"));
        api.delete("/database/warehouse").then().statusCode(404);
        api.get("/database/warehouse").then().statusCode(404);
    }

    @Test
    void aNameThatComesAgainGoesOnWithItsVersions() {
        create("warehouse", "Spare parts");
        api.delete("/database/warehouse");
        create("warehouse", "Spare parts again").then().statusCode(200);

        List<PublishedEvent> events = events(3);
        assertEquals(
                List.of(1L, 2L, 3L),
                events.stream().map(PublishedEvent::version).toList());
        events.forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
        events.forEach(event -> assertEquals("database:warehouse", event.subject()));
        assertEquals(true, events.get(1).payload().path("after").isNull());
        assertEquals(
                "Spare parts again",
                events.get(2).payload().at("/after/attributes/description").asText());
    }

    @Test
    void twinsMakeOne() {
        List<Integer> answers =
                Parallel.times(8, i -> create("warehouse", "Spare parts").statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        assertEquals(7, answers.stream().filter(status -> status == 409).count());
        assertEquals(1, Database.count("SELECT count(*) FROM asset_databases WHERE tenant_id = ?", api.tenant()));
    }

    @ParameterizedTest
    @CsvSource({
        "'',Spare parts,databaseId is a required field.",
        "a b,Spare parts,databaseId is invalid. Must follow the regexp",
        "ab,Spare parts,databaseId is invalid. Must follow the regexp",
        "Global,Spare parts,GLOBAL is not allowed",
        "warehouse,'',description is a required field.",
        "warehouse,abc,description is invalid"
    })
    void refusesWhatIsWrong(String id, String description, String text) {
        create(id, description)
                .then()
                .statusCode(400)
                .body("error.code", is("VALIDATION_ERROR"))
                .body("message", containsString(text));
    }

    @Test
    void othersAreNotSeen() {
        Api other = Api.ofNewTenant();
        other.post("/database", "{\"databaseId\":\"theirs\",\"description\":\"Theirs\"}");

        api.get("/database").then().body("message.Items.databaseId", contains("default"));
        api.get("/database/theirs").then().statusCode(404);
        api.delete("/database/theirs").then().statusCode(404);
        create("theirs", "Mine now").then().statusCode(200);
    }

    private List<PublishedEvent> events(int count) {
        return Events.await(Topics.ASSETS, api.tenant(), found -> found.size() == count);
    }

    private Response create(String id, String description) {
        return api.post(
                "/database",
                "{\"databaseId\":\"" + id + "\",\"description\":\"" + description
                        + "\",\"defaultBucketId\":\"01970000-0000-7000-8000-0000000000aa\"}");
    }
}
