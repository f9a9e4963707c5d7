package io.deskgraph.assets.checkout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Parallel;
import io.deskgraph.assets.Schemas;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CheckoutTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void goesOutAndComesBack() {
        // Given
        api.asset("T-1");
        int ada = api.employee("Ada").getInt("id");

        // When
        Response out =
                checkout(1, "{\"employee_id\":" + ada + ",\"note\":\"bag\",\"expected_checkin\":\"2026-12-24\"}");
        Response seen = api.get("/api/assets/1");
        Response back = checkin(1, "{\"note\":\"dusty\",\"status\":\"maintenance\"}");

        // Then
        out.then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"2-.*"))
                .body("status", equalTo("deployed"))
                .body("assigned_to.id", equalTo(ada))
                .body("assigned_to.name", equalTo("Ada"))
                .body("expected_checkin", equalTo("2026-12-24"));
        assertEquals(out.asString(), seen.asString());
        assertEquals(out.header("ETag"), seen.header("ETag"));
        back.then()
                .statusCode(200)
                .body("status", equalTo("maintenance"))
                .body("assigned_to", nullValue())
                .body("expected_checkin", nullValue());
        assertEquals(back.asString(), api.get("/api/assets/1").asString());
    }

    @Test
    void theHistoryKeepsTheNamesOfThenAndGoesWithTheAsset() {
        // Given
        String id = api.asset("T-1").getString("asset_id");
        int ada = api.employee("Ada").getInt("id");
        int bob = api.employee("Bob").getInt("id");

        // When
        checkout(1, "{\"employee_id\":" + ada + ",\"note\":\"bag\"}");
        checkin(1, null);
        checkout(1, "{\"employee_id\":" + bob + "}");
        Database.execute("UPDATE employees SET name = 'Robert' WHERE tenant_id = ? AND name = 'Bob'", api.tenant());

        // Then
        api.get("/api/assets/" + id + "/history")
                .then()
                .statusCode(200)
                .body("action", contains("checkout", "checkin", "checkout"))
                .body("employee_name", contains("Ada", "Ada", "Bob"))
                .body("performed_by", contains("Terry Technician", "Terry Technician", "Terry Technician"))
                .body("note", contains("bag", "", ""))
                .body("[0].timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        api.delete("/api/assets/1?force=true").then().statusCode(200);
        api.get("/api/assets/1/history").then().statusCode(404);
        assertEquals(0, Database.count("SELECT count(*) FROM checkouts WHERE tenant_id = ?", api.tenant()));
    }

    @Test
    void whatIsOutCannotGoOutAgain() {
        api.asset("T-1");
        int ada = api.employee("Ada").getInt("id");
        checkout(1, "{\"employee_id\":" + ada + "}");

        checkout(1, "{\"employee_id\":" + ada + "}")
                .then()
                .statusCode(400)
                .body("message", equalTo("Asset is not available: it is checked out to Ada"));
    }

    @ParameterizedTest
    @CsvSource({"maintenance", "retired"})
    void onlyTheAvailableGoesOut(String status) {
        api.asset("T-1", ",\"status\":\"" + status + "\"");
        int ada = api.employee("Ada").getInt("id");

        checkout(1, "{\"employee_id\":" + ada + "}")
                .then()
                .statusCode(400)
                .body("message", equalTo("Asset is not available: its status is " + status));
        checkin(1, "{}")
                .then()
                .statusCode(400)
                .body("message", equalTo("Asset is not deployed: its status is " + status));
    }

    @Test
    void whoGetsItIsAnActiveEmployee() {
        api.asset("T-1");
        int gone = api.post("/api/employees", "{\"name\":\"Gone\",\"is_active\":false}")
                .jsonPath()
                .getInt("id");

        checkout(1, "{\"employee_id\":99}").then().statusCode(404).body("message", equalTo("Employee not found"));
        checkout(1, "{\"employee_id\":" + gone + "}")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/employee_id"));
        checkout(9, "{\"employee_id\":99}").then().statusCode(404).body("message", equalTo("Asset not found"));
        assertEquals("available", api.get("/api/assets/1").jsonPath().getString("status"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "checkout|{}|/employee_id",
                "checkout|{\"employee_id\":\"x\"}|/employee_id",
                "checkout|{\"employee_id\":1,\"expected_checkin\":\"soon\"}|/expected_checkin",
                "checkout|{\"employee_id\":1,\"note\":7}|/note",
                "checkin|{\"status\":\"deployed\"}|/status",
                "checkin|{\"status\":\"lost\"}|/status",
                "checkin|{\"note\":[]}|/note"
            })
    void refusesWhatIsWrongAndPointsAtIt(String action, String body, String pointer) {
        api.asset("T-1");

        api.post("/api/assets/1/" + action, body)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details[0].pointer", equalTo(pointer));
    }

    @Test
    void aNoteHasAnEnd() {
        api.asset("T-1");

        checkin(1, "{\"note\":\"" + "x".repeat(10_001) + "\"}")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/note"));
    }

    @Test
    void aStaleCallerIsRefused() {
        String tag = api.asset("T-1") == null ? "" : api.get("/api/assets/1").header("ETag");
        api.patch("/api/assets/1", "{\"notes\":\"moved on\"}");
        int ada = api.employee("Ada").getInt("id");

        api.request()
                .header("If-Match", tag)
                .body("{\"employee_id\":" + ada + "}")
                .post("/api/assets/1/checkout")
                .then()
                .statusCode(412);
        api.request()
                .header("If-Match", tag)
                .post("/api/assets/1/checkin")
                .then()
                .statusCode(412);
    }

    @Test
    void ofSixtyFourParallelCallersOneGetsIt() {
        // Given
        String id = api.asset("T-1").getString("asset_id");
        int ada = api.employee("Ada").getInt("id");

        // When
        List<Integer> out = Parallel.times(
                64, i -> checkout(1, "{\"employee_id\":" + ada + "}").statusCode());
        List<Integer> back = Parallel.times(64, i -> checkin(1, "{}").statusCode());

        // Then
        assertEquals(1, Collections.frequency(out, 200));
        assertEquals(63, Collections.frequency(out, 400));
        assertEquals(1, Collections.frequency(back, 200));
        assertEquals(63, Collections.frequency(back, 400));
        assertEquals(1, Database.count("SELECT count(*) FROM checkouts WHERE tenant_id = ?", api.tenant()));
        assertEquals(3, Database.count("SELECT count(*) FROM asset_audit WHERE asset_id = ?", UUID.fromString(id)));
    }

    @Test
    void theDatabaseItselfKnowsOneOpenCheckout() {
        UUID asset = UUID.fromString(api.asset("T-1").getString("asset_id"));
        String open = """
                INSERT INTO checkouts (tenant_id, id, asset_id, employee_name, checked_out_at, checked_out_by_name)
                VALUES (?, gen_random_uuid(), ?, 'Ada', now(), 'x')""";
        Database.execute(open, api.tenant(), asset);

        Throwable refused = assertThrows(Throwable.class, () -> Database.execute(open, api.tenant(), asset));

        assertTrue(text(refused).contains("checkouts_open_uk"), text(refused));
    }

    @Test
    void twinsWithOneKeyHaveOneEffect() {
        api.asset("T-1");
        int ada = api.employee("Ada").getInt("id");
        String body = "{\"employee_id\":" + ada + "}";

        Response first = keyed(body);
        Response second = keyed(body);

        assertEquals(200, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals("true", second.header("Idempotency-Replayed"));
        keyed("{\"employee_id\":" + ada + ",\"note\":\"other\"}").then().statusCode(422);
    }

    @Test
    void eachStepIsOneEvent() {
        // Given
        String id = api.asset("T-1").getString("asset_id");
        String ada = api.employee("Ada").getString("uuid");

        // When
        checkout(1, "{\"employee_id\":1,\"note\":\"bag\"}");
        checkout(1, "{\"employee_id\":1}");
        checkin(1, "{\"note\":\"back\"}");

        // Then
        List<PublishedEvent> events =
                Events.await(Topics.ASSETS, api.tenant(), found -> of(found, id).size() >= 3);
        List<PublishedEvent> steps = of(events, id);
        assertEquals(
                List.of(EventTypes.ASSET_CREATED, EventTypes.ASSET_CHECKED_OUT, EventTypes.ASSET_CHECKED_IN),
                steps.stream().map(PublishedEvent::type).toList());
        assertEquals(
                List.of(1L, 2L, 3L), steps.stream().map(PublishedEvent::version).toList());
        steps.forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
        assertEquals(ada, steps.get(1).payload().at("/after/assigned_to").asText());
        assertEquals("bag", steps.get(1).payload().at("/checkout/note").asText());
        assertEquals("Ada", steps.get(2).payload().at("/checkout/employee_name").asText());
        assertEquals(
                steps.get(1).payload().at("/checkout/checkout_id"),
                steps.get(2).payload().at("/checkout/checkout_id"));
    }

    @Test
    void whatIsOutTooLongIsOverdue() {
        int ada = api.employee("Ada").getInt("id");
        for (int i = 1; i <= 3; i++) {
            api.asset("T-" + i);
        }
        checkout(1, "{\"employee_id\":" + ada + ",\"expected_checkin\":\"2020-01-01\"}");
        checkout(2, "{\"employee_id\":" + ada + ",\"expected_checkin\":\"2999-01-01\"}");

        assertEquals(List.of("T-1"), tags("overdue=true"));
        assertEquals(List.of("T-2", "T-3"), tags("overdue=false"));
        assertEquals(List.of("T-1", "T-2"), tags("assigned_to=" + ada));
        assertEquals(1, api.get("/api/v1/assets?overdue=true").jsonPath().getInt("pagination.total"));
    }

    private List<String> tags(String query) {
        return api.get("/api/assets?" + query).jsonPath().getList("asset_tag");
    }

    private Response checkout(int id, String body) {
        return api.post("/api/assets/" + id + "/checkout", body);
    }

    private Response checkin(int id, String body) {
        return body == null
                ? api.request().post("/api/assets/" + id + "/checkin")
                : api.post("/api/assets/" + id + "/checkin", body);
    }

    private Response keyed(String body) {
        return api.request().header("Idempotency-Key", "k").body(body).post("/api/assets/1/checkout");
    }

    private static List<PublishedEvent> of(List<PublishedEvent> events, String id) {
        return events.stream().filter(event -> event.subject().equals(id)).toList();
    }

    private static String text(Throwable failure) {
        Throwable cause = failure instanceof SQLException || failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }
}
