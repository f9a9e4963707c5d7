package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketReadTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void namesOfWhatATicketRefersToAreJoined() {
        UUID client = UUID.fromString(desk.client);
        Fixtures fixtures = new Fixtures(desk.tenant);
        UUID category = fixtures.category("Hardware", null);
        String id = desk.ticket(
                "location_id",
                fixtures.location(client, "HQ", false),
                "contact_name_id",
                fixtures.contact(client, "Bill L."),
                "category_id",
                category,
                "subcategory_id",
                fixtures.category("Printers", category),
                "assigned_to",
                desk.user);

        desk.read(id)
                .body("data.client_name", is("Initech"))
                .body("data.location_name", is("HQ"))
                .body("data.client_email", is("desk@example.org"))
                .body("data.client_phone", is("123"))
                .body("data.contact_name", is("Bill L."))
                .body("data.contact_phone", is("456"))
                .body("data.status_name", is("Open"))
                .body("data.status_is_closed", is(false))
                .body("data.priority_name", is("High"))
                .body("data.category_name", is("Hardware"))
                .body("data.assigned_to_name", is("Terry Tester"))
                .body("data.documents", empty())
                .body("data.tags", empty());
    }

    @Test
    void theMembersAreThoseOfATicketAndTheNames() {
        Set<String> members = new HashSet<>(TicketCreateTest.MEMBERS);
        members.addAll(List.of(
                "client_name",
                "location_name",
                "client_email",
                "client_phone",
                "contact_name",
                "contact_email",
                "contact_phone",
                "status_name",
                "status_is_closed",
                "priority_name",
                "category_name",
                "assigned_to_name",
                "is_overdue",
                "description_html",
                "documents",
                "contact_avatar_url",
                "client_logo_url"));

        desk.read(desk.ticket()).body("data.keySet()", equalTo(members));
    }

    @Test
    void withoutALocationTheClientsDefaultOneIsReached() {
        new Fixtures(desk.tenant).location(UUID.fromString(desk.client), "HQ", true);

        desk.read(desk.ticket())
                .body("data.location_name", nullValue())
                .body("data.client_email", is("desk@example.org"));
    }

    @Test
    void aNameWithAMissingHalfIsNoName() {
        String id = desk.ticket("assigned_to", desk.user(null, "Nobody"));

        desk.read(id).body("data.assigned_to_name", nullValue());
    }

    @Test
    void theDescriptionIsTextAndNeverMarkup() {
        String plain = desk.ticket("attributes", Map.of("description", "<b a=\"1\">R&D's</b>"));

        desk.read(plain).body("data.description_html", is("<p>&lt;b a=&quot;1&quot;&gt;R&amp;D&#39;s&lt;/b&gt;</p>"));
        desk.read(desk.ticket()).body("data.description_html", is("<p></p>"));
        desk.read(desk.ticket("attributes", Map.of("description", 7))).body("data.description_html", is("<p></p>"));
    }

    @Test
    void whatAnEditorWroteIsShownAsHtmlThatCannotRun() {
        String blocks = "[{\"type\": \"paragraph\", \"content\": [{\"type\": \"text\", \"text\": \"<script>\","
                + " \"styles\": {\"bold\": true}}, {\"type\": \"link\", \"href\": \"javascript:alert(1)\","
                + " \"content\": [{\"type\": \"text\", \"text\": \"here\"}]}]}]";
        String id = desk.ticket("attributes", Map.of("description", blocks));
        String html = "<p><strong>&lt;script&gt;</strong><a rel=\"nofollow noopener noreferrer\">here</a></p>";

        desk.read(id).body("data.description_html", is(html));
        desk.put(id, "title", "Other").body("data.description_html", is(html));
    }

    @Test
    void documentsAreThoseOfTheirList() {
        String id = desk.ticket();
        for (String name : List.of("a.txt", "b.txt")) {
            desk.request()
                    .contentType("multipart/form-data")
                    .multiPart("file", name, name.getBytes(StandardCharsets.UTF_8), "text/plain")
                    .post("/api/v1/tickets/" + id + "/documents")
                    .then()
                    .statusCode(201);
        }
        List<Object> listed = desk.request()
                .get("/api/v1/tickets/" + id + "/documents")
                .then()
                .extract()
                .path("data");

        desk.read(id).body("data.documents", equalTo(listed)).body("data.documents.size()", is(2));
    }

    @Test
    void theTagChangesWithAJoinedNameAndAnswers304WhileItHolds() {
        String id = desk.ticket("assigned_to", desk.user);
        String tag = desk.read(id).extract().header("ETag");

        desk.request()
                .header("If-None-Match", tag)
                .get("/api/v1/tickets/" + id)
                .then()
                .statusCode(304);

        Database.execute("UPDATE user_copies SET last_name = 'Married' WHERE id = ?", desk.user);
        desk.request()
                .header("If-None-Match", tag)
                .get("/api/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .header("ETag", not(tag))
                .body("data.assigned_to_name", is("Terry Married"));
    }

    @Test
    void whatIsNotThereAndWhatIsNoIdIsTold() {
        desk.request()
                .get("/api/v1/tickets/" + Ids.next())
                .then()
                .statusCode(404)
                .body("error.code", is("NOT_FOUND"))
                .body("message", is("ticket not found"));
        desk.request()
                .get("/api/v1/tickets/TIC1000")
                .then()
                .statusCode(400)
                .body("error.code", is("VALIDATION_ERROR"))
                .body("message", is("Invalid ticket ID format"));
    }

    @Test
    void otherServicesAreToldTheStateOfTheLatestEvent() {
        String id = desk.ticket("tags", List.of("b", "a"));

        desk.as()
                .get("/internal/tickets/" + id)
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(Set.of("version", "after")))
                .body("version", is(1))
                .body("after.ticket_id", is(id))
                .body("after.tags", contains("a", "b"))
                .body("after.version", is(1));
        desk.as().get("/internal/tickets/" + Ids.next()).then().statusCode(404);
        io.restassured.RestAssured.get("/internal/tickets/" + id).then().statusCode(401);
    }

    @Test
    void choicesForAFormAreBareArrays() {
        String other = desk.create("/api/v1/boards", Map.of("board_name", "Other"), "board_id");
        desk.status(other, "New", false);
        desk.create(
                "/api/v1/priorities", Map.of("priority_name", "A task's", "item_type", "project_task"), "priority_id");
        desk.create("/api/v1/priorities", Map.of("priority_name", "Extreme"), "priority_id");

        var statuses = desk.request()
                .get("/api/v1/tickets/statuses?board_id=" + desk.board)
                .then();
        statuses.statusCode(200)
                .body("keySet()", equalTo(Set.of("data")))
                .body("data.name", contains("Open", "Closed"))
                .body(
                        "data[0].keySet()",
                        equalTo(Set.of("status_id", "board_id", "name", "is_closed", "is_default", "order_number")));
        desk.request().get("/api/v1/tickets/statuses").then().body("data.size()", is(3));
        desk.request()
                .get("/api/v1/tickets/statuses?board_id=x")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", is("/board_id"));
        desk.request()
                .get("/api/v1/tickets/priorities")
                .then()
                .statusCode(200)
                .body("data.priority_name", contains("Extreme", "High"))
                .body("data[0].keySet()", equalTo(Set.of("priority_id", "priority_name")));
        assertEquals(2, Database.count("SELECT count(*) FROM boards WHERE tenant_id = ?", desk.tenant));
    }
}
