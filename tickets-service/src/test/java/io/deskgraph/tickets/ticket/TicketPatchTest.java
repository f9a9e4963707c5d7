package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketPatchTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void attributesAreMergedAndNullRemoves() {
        String id = desk.ticket("attributes", Map.of("description", "x", "a", Map.of("b", 1, "c", 2), "l", List.of(1)));

        patch(
                        id,
                        "{\"attributes\":{\"description\":null,\"a\":{\"b\":null,\"d\":3},\"l\":[2],\"n\":{\"m\":{\"k\":null}}}}")
                .statusCode(200)
                .body(
                        "data.attributes",
                        is(Map.of("a", Map.of("c", 2, "d", 3), "l", List.of(2), "n", Map.of("m", Map.of()))))
                .body("data.description_html", is("<p></p>"));
        assertEquals(2, desk.version(id));
        patch(id, "{\"attributes\":{\"a\":{\"zzz\":null}}}").statusCode(200);
        assertEquals(2, desk.version(id));
    }

    @Test
    void nullClearsWhateverATicketCanBeWithout() {
        Fixtures fixtures = new Fixtures(desk.tenant);
        UUID category = fixtures.category("Hardware", null);
        String id = desk.ticket(
                "url", "https://example.org",
                "location_id", fixtures.location(UUID.fromString(desk.client), "HQ", true),
                "contact_name_id", fixtures.contact(UUID.fromString(desk.client), "Bill"),
                "category_id", category,
                "subcategory_id", fixtures.category("Printers", category),
                "assigned_to", desk.user,
                "due_date", "2027-01-01T00:00:00Z",
                "attributes", Map.of("a", 1),
                "tags", List.of("x"));

        patch(id, """
                {"url":null,"location_id":null,"contact_name_id":null,"category_id":null,"subcategory_id":null,
                 "assigned_to":null,"due_date":null,"attributes":null,"tags":null}""")
                .statusCode(200)
                .body("data.url", nullValue())
                .body("data.location_id", nullValue())
                .body("data.contact_name_id", nullValue())
                .body("data.category_id", nullValue())
                .body("data.subcategory_id", nullValue())
                .body("data.assigned_to", nullValue())
                .body("data.due_date", nullValue())
                .body("data.attributes", nullValue())
                .body("data.tags", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "client_id", "board_id", "status_id", "priority_id"})
    void whatATicketCannotBeWithoutIsNotCleared(String member) {
        String id = desk.ticket();

        patch(id, "{\"" + member + "\":null}").statusCode(400).body("error.details.pointer", contains("/" + member));
        assertEquals(1, desk.version(id));
    }

    @Test
    void plainJsonIsTakenOtherTypesAreNot() {
        String id = desk.ticket();

        desk.request()
                .body("{\"title\":\"By JSON\"}")
                .patch("/api/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .body("data.title", is("By JSON"));
        desk.request()
                .contentType("application/xml")
                .body("<a/>")
                .patch("/api/v1/tickets/" + id)
                .then()
                .statusCode(415);
        patch(id, "[]").statusCode(400);
        patch(id, "{").statusCode(400);
    }

    @Test
    void aStaleConditionIsRefused() {
        String id = desk.ticket();

        desk.request()
                .header("If-Match", "\"7-x\"")
                .body("{\"title\":\"x\"}")
                .patch("/api/v1/tickets/" + id)
                .then()
                .statusCode(412);
    }

    private ValidatableResponse patch(String id, String body) {
        return desk.request()
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/v1/tickets/" + id)
                .then();
    }
}
