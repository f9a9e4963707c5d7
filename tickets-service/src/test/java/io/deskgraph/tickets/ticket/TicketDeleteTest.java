package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketDeleteTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aTicketGoesWithItsTagsAndItsHistoryStays() {
        String id = desk.ticket("tags", List.of("a"));

        desk.request().delete("/api/v1/tickets/" + id).then().statusCode(204);

        desk.request().get("/api/v1/tickets/" + id).then().statusCode(404);
        desk.request().delete("/api/v1/tickets/" + id).then().statusCode(404);
        assertEquals(0, Database.count("SELECT count(*) FROM ticket_tags WHERE tenant_id = ?", desk.tenant));
        assertEquals(1, Database.count("SELECT count(*) FROM tags WHERE tenant_id = ?", desk.tenant));
        assertEquals(1, Database.count("SELECT count(*) FROM ticket_activities WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void aNumberIsNotGivenTwice() {
        String id = desk.ticket();
        desk.request().delete("/api/v1/tickets/" + id).then().statusCode(204);

        desk.read(desk.ticket()).body("data.ticket_number", is("TIC1001"));
    }

    @Test
    void whatHangsOnItIsCountedAndKeepsIt() {
        String id = desk.ticket();
        Fixtures fixtures = new Fixtures(desk.tenant);
        fixtures.timeEntry(id, desk.user);
        fixtures.timeEntry(id, desk.user);
        fixtures.material(id, UUID.fromString(desk.client));
        fixtures.link(id, Ids.next());

        desk.request()
                .delete("/api/v1/tickets/" + id)
                .then()
                .statusCode(409)
                .body("error.code", is("CONFLICT"))
                .body("message", is("Ticket cannot be deleted while it has 2 time entries, 1 material, 1 linked asset"))
                .body("error.details.code", is("DEPENDENCIES_EXIST"))
                .body("error.details.dependencies.type", contains("time_entry", "ticket_material", "asset_association"))
                .body("error.details.dependencies.count", contains(2, 1, 1))
                .body("error.details.dependencies.label", contains("time entries", "material", "linked asset"))
                .body("error.details.alternatives", empty());
        assertEquals(1, desk.version(id));
    }

    @Test
    void theIdIsCheckedAndReadingIsNeededToo() {
        desk.request().delete("/api/v1/tickets/x").then().statusCode(400);
        desk.as("ticket:delete").delete("/api/v1/tickets/" + Ids.next()).then().statusCode(403);
        desk.as("ticket:read").delete("/api/v1/tickets/" + Ids.next()).then().statusCode(403);
    }

    @Test
    void historyCannotBeChangedByTheApplication() throws SQLException {
        desk.ticket();

        try (Connection app = Database.connect("app")) {
            for (String sql : List.of("DELETE FROM ticket_activities", "UPDATE ticket_activities SET source = ''")) {
                SQLException refused = assertThrows(
                        SQLException.class, () -> app.createStatement().execute(sql));
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
    }
}
