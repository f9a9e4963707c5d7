package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SparseListTest {

    private static final Set<String> ALWAYS =
            Set.of("ticket_id", "status_id", "entered_by", "assigned_to", "client_id", "board_id");

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
        desk.ticket("tags", List.of("b", "a"));
    }

    @Test
    void aRowHasWhatWasAskedForAndAFewMore() {
        assertEquals(with("title", "tags", "client_name"), members("title, tags,client_name"));
        assertEquals(
                with(
                        "ticket_number",
                        "title",
                        "status_name",
                        "status_is_closed",
                        "priority_name",
                        "assigned_to_name",
                        "client_name",
                        "contact_name",
                        "updated_at",
                        "entered_at",
                        "closed_at",
                        "tags"),
                members("mobile_list"));
        desk.request()
                .queryParam("fields", "tags")
                .get("/api/v1/tickets")
                .then()
                .body("data[0].tags.tag_text", contains("a", "b"));
    }

    @Test
    void unknownFieldsAreNamed() {
        desk.request()
                .queryParam("fields", "title,secret,other")
                .get("/api/v1/tickets")
                .then()
                .statusCode(400)
                .body("message", is("Unknown fields requested: secret, other"))
                .body("error.details.pointer", contains("/fields"));
    }

    @Test
    void tagsAreListed() {
        desk.ticket("tags", List.of("B", "c"));

        desk.request()
                .get("/api/v1/tags")
                .then()
                .statusCode(200)
                .body("data.tag_text", contains("a", "b", "c"))
                .body("pagination.total", is(3));
        desk.request().get("/api/v1/tags?search=C").then().body("data.tag_text", contains("c"));
        new Desk().request().get("/api/v1/tags").then().body("pagination.total", is(0));
        desk.request().get("/api/v1/tags?sort=x").then().statusCode(400);
    }

    private Set<String> members(String fields) {
        return desk.request()
                .queryParam("fields", fields)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("data[0]")
                .keySet();
    }

    private static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(ALWAYS);
        all.addAll(Set.of(more));
        return all;
    }
}
