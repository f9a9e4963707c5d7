package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketSearchTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @ParameterizedTest
    @CsvSource({
        "fire, Printer on fire",
        "PRINTER, Printer on fire",
        "fire printer, Printer on fire",
        "cafe, Café à Zürich",
        "CAFÉ, Café à Zürich",
        "zurich, Café à Zürich",
        "tic1001, Café à Zürich",
        "1001, Café à Zürich",
        "100%, Disk 100% full",
        "_x, a_x",
        "prnter on fire, Printer on fire",
    })
    void aTicketIsFound(String query, String title) {
        desk.ticket("title", "Printer on fire");
        desk.ticket("title", "Café à Zürich");
        desk.ticket("title", "Disk 100% full");
        desk.ticket("title", "a_x");
        desk.ticket("title", "Disk 1000 full");
        desk.ticket("title", "bax");

        search(query).statusCode(200).body("data.title", contains(title));
    }

    @Test
    void theBestMatchComesFirst() {
        desk.ticket("title", "The replacement of the printer's toner is late");
        desk.ticket("title", "Toner for the printer");
        desk.ticket("title", "Printer toner");
        desk.ticket("title", "Nothing of it");

        search("printer toner")
                .body("data.title[0]", is("Printer toner"))
                .body("data.title", hasSize(3))
                .body("data[0].ticket_number", is("TIC1002"))
                .body("data[0].client_name", is("Initech"))
                .body("data[0].status_name", is("Open"))
                .body("data[0].status_is_closed", is(false))
                .body("data[0].tags", empty())
                .body("data[0].description_html", nullValue());
    }

    @Test
    void theNumberItselfBeatsNumbersThatContainIt() {
        String first = desk.ticket("title", "first");
        Database.execute(
                "UPDATE tickets SET ticket_number = 'TIC10001' WHERE id = ?",
                UUID.fromString(desk.ticket("title", "x")));

        search("TIC1000").body("data", hasSize(2)).body("data[0].ticket_id", is(first));
    }

    @Test
    void clientsAndContactsAreSearchedWhenAskedFor() {
        UUID contact = new Fixtures(desk.tenant).contact(UUID.fromString(desk.client), "Zoë Müller");
        String id = desk.ticket("contact_name_id", contact);

        search("zoe").body("data", empty());
        get(Map.of("query", "zoe mull", "fields", "contact_name")).body("data.ticket_id", contains(id));
        get(Map.of("query", "initech", "fields", "client_name,title")).body("data.ticket_id", contains(id));
        get(Map.of("query", "printer", "fields", "client_name")).body("data", empty());
    }

    @Test
    void closedTicketsAreLeftOutUnlessAskedForAndFiltersNarrow() {
        String open = desk.ticket("assigned_to", desk.user);
        String closed = desk.ticket("status_id", desk.closed);

        search("printer").body("data.ticket_id", contains(open));
        get(Map.of("query", "printer", "include_closed", "true"))
                .body("data.ticket_id", containsInAnyOrder(open, closed));
        get(Map.of("query", "printer", "include_closed", "true", "status_ids", desk.closed))
                .body("data.ticket_id", contains(closed));
        get(Map.of("query", "printer", "assigned_to_ids", desk.user)).body("data.ticket_id", contains(open));
        get(Map.of("query", "printer", "client_ids", UUID.randomUUID())).body("data", empty());
        get(Map.of("query", "printer", "priority_ids", desk.priority)).body("data.ticket_id", contains(open));
        get(Map.of("query", "printer", "include_closed", "true", "limit", "1")).body("data", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=5",
                "query=",
                "query=%20",
                "query=x&limit=0",
                "query=x&limit=101",
                "query=x&fields=nope",
                "query=x&include_closed=maybe",
                "query=x&status_ids=nope"
            })
    void mistakesAreTold(String parameters) {
        desk.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/tickets/search?" + parameters)
                .then()
                .statusCode(400)
                .body("message", is("Query validation failed"))
                .body("error.details[0].pointer", notNullValue());
    }

    @Test
    void anotherTenantsTicketsAreNotFound() {
        desk.ticket();

        new Desk().request().get("/api/v1/tickets/search?query=printer").then().body("data", empty());
    }

    private ValidatableResponse search(String query) {
        return get(Map.of("query", query));
    }

    private ValidatableResponse get(Map<String, ?> parameters) {
        RequestSpecification request = desk.request();
        parameters.forEach(request::queryParam);
        return request.get("/api/v1/tickets/search").then();
    }
}
