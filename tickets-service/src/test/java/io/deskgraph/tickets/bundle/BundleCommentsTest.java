package io.deskgraph.tickets.bundle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleCommentsTest {

    private BundleDesk bundles;
    private Desk desk;
    private String master;
    private String first;
    private String second;

    @BeforeEach
    void open() {
        bundles = new BundleDesk();
        desk = bundles.desk;
        master = desk.ticket();
        first = desk.ticket();
        second = desk.ticket();
        bundles.bundled(master, List.of(first, second));
    }

    @Test
    void whatIsSaidInPublicOnTheMasterIsSaidOnTheChildrenByTheSystem() {
        String source = say(master, "comment_text", "All fixed", "is_resolution", true)
                .extract()
                .path("data.comment_id");

        for (String child : List.of(first, second)) {
            comments(child)
                    .body("data.note", contains("All fixed"))
                    .body("data[0].is_system_generated", is(true))
                    .body("data[0].is_resolution", is(true))
                    .body("data[0].is_internal", is(false))
                    .body("data[0].user_id", nullValue())
                    .body("data[0].author_type", is("unknown"));
        }
        assertEquals(
                2,
                Database.count(
                        "SELECT count(*) FROM ticket_bundle_mirrors WHERE source_comment_id = ?",
                        UUID.fromString(source)));
    }

    @Test
    void internalOnesAndRepliesStayWhereTheyAre() {
        say(master, "comment_text", "Between us", "is_internal", true);
        String root = say(master, "comment_text", "Root").extract().path("data.comment_id");
        say(master, "comment_text", "Reply", "parent_comment_id", root);

        comments(first).body("data.note", contains("Root"));
        comments(master).body("data.size()", is(3));
    }

    @Test
    void aCopyIsNobodysToEdit() {
        say(master, "comment_text", "All fixed");
        String copy = comments(first).extract().path("data[0].comment_id");

        desk.request()
                .body(Map.of("comment_text", "x"))
                .put("/api/v1/tickets/" + first + "/comments/" + copy)
                .then()
                .statusCode(403);
    }

    @Test
    void aChildAndALinkOnlyMasterSpeakForThemselves() {
        say(first, "comment_text", "Mine");
        comments(second).body("data", empty());
        comments(master).body("data", empty());

        bundles.settings(master, "mode", "link_only").statusCode(200);
        say(master, "comment_text", "Here only");
        comments(second).body("data", empty());
    }

    @Test
    void aReplyOnAChildOpensTheMasterOnItsOwnBoardAndTheChildrenWithIt() {
        desk.create(
                "/api/v1/statuses",
                Map.of(
                        "name",
                        "Again",
                        "status_type",
                        "ticket",
                        "board_id",
                        desk.board,
                        "is_closed",
                        false,
                        "is_default",
                        true),
                "status_id");
        bundles.settings(master, "reopen_on_child_reply", true).statusCode(200);
        desk.put(master, "status_id", desk.closed).statusCode(200);

        say(first, "comment_text", "Between us", "is_internal", true);
        desk.read(master).body("data.is_closed", is(true));
        say(first, "comment_text", "Still broken");

        desk.read(master)
                .body("data.is_closed", is(false))
                .body("data.status_name", is("Again"))
                .body("data.closed_at", nullValue())
                .body("data.closed_by", nullValue());
        desk.read(second).body("data.status_name", is("Again"));
        assertEquals(
                List.of(first),
                Database.texts(
                        "SELECT changes -> 'child_ticket_id' ->> 'new' FROM ticket_activities"
                                + " WHERE ticket_id = ? AND event_type = 'TICKET_BUNDLE_REOPENED'",
                        UUID.fromString(master)));
    }

    @Test
    void inLinkOnlyTheMasterAloneIsOpened() {
        bundles.settings(master, "mode", "link_only", "reopen_on_child_reply", true)
                .statusCode(200);
        desk.put(master, "status_id", desk.closed).statusCode(200);
        desk.put(second, "status_id", desk.closed).statusCode(200);

        say(first, "comment_text", "Still broken");

        desk.read(master).body("data.is_closed", is(false));
        desk.read(second).body("data.is_closed", is(true));
    }

    @Test
    void aReplyOpensNothingUnlessItIsSetTo() {
        desk.put(master, "status_id", desk.closed).statusCode(200);

        say(first, "comment_text", "Still broken");

        desk.read(master).body("data.is_closed", is(true));
    }

    @Test
    void aCommentOnTheMasterOpensNothingThroughItsCopies() {
        bundles.settings(master, "reopen_on_child_reply", true).statusCode(200);
        desk.put(master, "status_id", desk.closed).statusCode(200);

        say(master, "comment_text", "Thank you");

        comments(first).body("data.size()", is(1));
        desk.read(master).body("data.is_closed", is(true));
    }

    private ValidatableResponse say(String ticket, Object... members) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return desk.request()
                .body(body)
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse comments(String ticket) {
        return desk.request()
                .get("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(200);
    }
}
