package io.deskgraph.tickets.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CommentTest {

    private static final Set<String> COLUMNS = Set.of(
            "tenant",
            "comment_id",
            "ticket_id",
            "thread_id",
            "parent_comment_id",
            "user_id",
            "contact_id",
            "author_type",
            "note",
            "markdown_content",
            "is_internal",
            "is_resolution",
            "is_system_generated",
            "time_spent",
            "metadata",
            "created_at",
            "updated_at",
            "deleted_at",
            "publish_state",
            "scheduled_publish_at",
            "scheduled_publish_tz",
            "published_at",
            "schedule_job_id",
            "scheduled_publish_event_id",
            "scheduled_publish_dispatched_at",
            "scheduled_response_event_id",
            "scheduled_previous_response_state",
            "scheduled_response_dispatched_at",
            "comment_text",
            "comment_html",
            "created_by",
            "author_contact_id",
            "author_contact_name",
            "author_contact_email");

    private Desk desk;
    private String ticket;

    @BeforeEach
    void open() {
        desk = new Desk();
        ticket = desk.ticket();
    }

    @Test
    void aCommentHasEveryColumnItsTextAndItsRendering() {
        Map<String, Object> made = add("comment_text", " 1 < 2 & \"so\" on\nnext ", "metadata", Map.of("a", 1.0))
                .statusCode(201)
                .header("ETag", matchesPattern("\"1-.+\""))
                .body("data.comment_text", is(" 1 < 2 & \"so\" on\nnext "))
                .body("data.note", is(" 1 < 2 & \"so\" on\nnext "))
                .body("data.markdown_content", is("1 < 2 & \"so\" on\nnext"))
                .body("data.comment_html", is("<p>1 &lt; 2 &amp; &quot;so&quot; on</p><p>next</p>"))
                .body("data.author_type", is("internal"))
                .body("data.user_id", is(TestTokens.USER.toString()))
                .body("data.created_by", is(TestTokens.USER.toString()))
                .body("data.is_internal", is(false))
                .body("data.is_resolution", is(false))
                .body("data.is_system_generated", is(false))
                .body("data.publish_state", is("published"))
                .body("data.published_at", notNullValue())
                .body("data.metadata.a", is(1))
                .body("data.deleted_at", nullValue())
                .extract()
                .path("data");

        assertEquals(COLUMNS, made.keySet());
    }

    @Test
    void theListIsInOrderWithNamesAndMayBeCut() {
        Database.execute(
                "INSERT INTO user_copies (tenant_id, id, email, first_name, last_name, user_type, is_inactive)"
                        + " VALUES (?, ?, 'x', 'Terry', 'Technician', 'internal', false)",
                desk.tenant,
                TestTokens.USER);
        List.of("one", "two", "three").forEach(text -> add("comment_text", text));

        list("").body("data.comment_text", contains("one", "two", "three"))
                .body("data[0].created_by_name", is("Terry Technician"))
                .body("data[0].created_by_avatar_url", nullValue())
                .body("data[0].reactions", empty())
                .body("data[0].reaction_user_names", is(Map.of()))
                .body("pagination", nullValue());
        list("?order=desc&limit=1&offset=1").body("data.comment_text", contains("two"));
        list("?offset=5").body("data", empty());
        Map<String, Object> row = list("").extract().path("data[0]");
        Set<String> members = new TreeSet<>(COLUMNS);
        members.addAll(Set.of("created_by_name", "created_by_avatar_url", "reactions", "reaction_user_names"));
        assertEquals(members, new TreeSet<>(row.keySet()));
    }

    @Test
    void theMarkdownFormHasItsFewMembers() {
        add("comment_text", "text");

        Map<String, Object> row = list("?content_format=markdown").extract().path("data[0]");

        assertEquals(
                Set.of(
                        "comment_id",
                        "ticket_id",
                        "markdown_content",
                        "author_type",
                        "is_internal",
                        "is_resolution",
                        "created_at",
                        "updated_at",
                        "created_by",
                        "created_by_name",
                        "author_contact_id",
                        "author_contact_name",
                        "thread_id",
                        "parent_comment_id",
                        "deleted_at"),
                row.keySet());
        assertEquals("text", row.get("markdown_content"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=201", "limit=x", "offset=-1", "order=up", "content_format=html", "limit=1.5"})
    void aWrongParameterIsTold(String query) {
        desk.request()
                .get("/api/v1/tickets/" + ticket + "/comments?" + query)
                .then()
                .statusCode(400)
                .body("message", is("Query validation failed"))
                .body("error.details[0].path[0]", is(query.split("=")[0]));
    }

    @Test
    void aReplyJoinsTheThreadAndIsAsInternalAsIt() {
        var root = add("comment_text", "root", "is_internal", true).extract();

        var reply = add(
                        "comment_text",
                        "reply",
                        "is_internal",
                        false,
                        "parent_comment_id",
                        root.path("data.comment_id"))
                .statusCode(201)
                .body("data.is_internal", is(true))
                .body("data.thread_id", is(root.<String>path("data.thread_id")))
                .body("data.parent_comment_id", is(root.<String>path("data.comment_id")))
                .extract();
        add("comment_text", "deeper", "parent_comment_id", reply.path("data.comment_id"))
                .statusCode(201);

        assertEquals(
                List.of("2|true"),
                Database.texts(
                        "SELECT reply_count || '|' || is_internal FROM comment_threads WHERE tenant_id = ?",
                        desk.tenant));
    }

    @Test
    void aReplyNeedsAParentOnTheSameTicketThatIsThere() {
        String elsewhere = comment(desk.ticket(), "elsewhere");

        add("comment_text", "x", "parent_comment_id", Ids.next())
                .statusCode(404)
                .body("message", is("Parent comment not found"));
        add("comment_text", "x", "parent_comment_id", elsewhere)
                .statusCode(400)
                .body("error.details[0].pointer", is("/parent_comment_id"))
                .body("error.details[0].message", is("Parent comment must belong to the same ticket"));
        add("comment_text", "x", "parent_comment_id", "1").statusCode(400);
        assertEquals(1, desk.version(ticket));
    }

    @Test
    void onlyVisibleTextCountsAndItHasALimit() {
        String blocks = "[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Hello \"},"
                + "{\"type\":\"text\",\"text\":\"<b>\"}],\"children\":[]},{\"type\":\"paragraph\",\"content\":\"World\"}]";
        add("comment_text", blocks)
                .statusCode(201)
                .body("data.note", is(blocks))
                .body("data.markdown_content", is("Hello <b>\nWorld"))
                .body("data.comment_html", is("<p>Hello &lt;b&gt;</p><p>World</p>"));
        add(
                        "comment_text",
                        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Doc\"}]}]}")
                .statusCode(201)
                .body("data.markdown_content", is("Doc"));
        add("comment_text", "[not json").statusCode(201).body("data.markdown_content", is("[not json"));
        add("comment_text", "x".repeat(5000)).statusCode(201);
        add("comment_text", "🙂".repeat(5000)).statusCode(201);

        add("comment_text", "x".repeat(5001))
                .statusCode(400)
                .body("message", is("Validation failed"))
                .body("error.details[0].message", containsString("too long (max 5000 characters)"));
        add("comment_text", " \n ").statusCode(400).body("error.details[0].path", contains("comment_text"));
        add("comment_text", "[{\"type\":\"paragraph\",\"content\":[]}]").statusCode(400);
        add().statusCode(400).body("error.details[0].pointer", is("/comment_text"));
        add("comment_text", null).statusCode(400);
        add("comment_text", 7).statusCode(400);
        add("comment_text", "a\u0000b").statusCode(400);
        add("comment_text", "x", "time_spent", -1).statusCode(400);
        add("comment_text", "x", "metadata", List.of()).statusCode(400);
        add("comment_text", "x", "suppressInternalNotifications", true)
                .statusCode(400)
                .body("error.details[0].pointer", is("/suppressInternalNotifications"));
        assertEquals(6, desk.version(ticket));
    }

    @Test
    void timeSpentAndResolutionAreKept() {
        add("comment_text", "fixed", "is_resolution", true, "time_spent", 12.5)
                .statusCode(201)
                .body("data.is_resolution", is(true))
                .body("data.time_spent", is(12.5f));
    }

    @Test
    void aPublicAnswerWaitsForTheClientAnInternalNoteDoesNot() {
        add("comment_text", "note", "is_internal", true);
        desk.read(ticket).body("data.response_state", nullValue());

        add("comment_text", "answer");

        desk.read(ticket)
                .body("data.response_state", is("awaiting_client"))
                .body("data.updated_by", is(TestTokens.USER.toString()));
        assertEquals(3, desk.version(ticket));
    }

    @Test
    void whatIsNotThereIsToldAlike() {
        for (String path : List.of("/api/v1/tickets/" + Ids.next() + "/comments")) {
            desk.request().get(path).then().statusCode(404).body("message", is("ticket not found"));
            desk.request()
                    .body(Map.of("comment_text", "x"))
                    .post(path)
                    .then()
                    .statusCode(404)
                    .body("message", is("ticket not found"));
        }
        desk.request()
                .get("/api/v1/tickets/1/comments")
                .then()
                .statusCode(400)
                .body("message", is("Invalid ticket ID format"));
        desk.as("ticket:update")
                .body(Map.of("comment_text", "x"))
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(403)
                .body("message", is("Permission denied: Cannot read ticket"));
        desk.request()
                .body("{")
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(400);
        desk.request()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(415);
    }

    @Test
    void aRepeatedKeyAddsOneComment() {
        String key = Ids.next().toString();
        for (int i = 0; i < 3; i++) {
            desk.request()
                    .header("Idempotency-Key", key)
                    .body(Map.of("comment_text", "once"))
                    .post("/api/v1/tickets/" + ticket + "/comments")
                    .then()
                    .statusCode(201);
        }

        list("").body("data", hasSize(1));
        desk.request()
                .header("Idempotency-Key", key)
                .body(Map.of("comment_text", "twice"))
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(422);
    }

    private ValidatableResponse add(Object... members) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return desk.request()
                .body(body)
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then();
    }

    private String comment(String ticket, String text) {
        return desk.create("/api/v1/tickets/" + ticket + "/comments", Map.of("comment_text", text), "comment_id");
    }

    private ValidatableResponse list(String query) {
        return desk.request()
                .get("/api/v1/tickets/" + ticket + "/comments" + query)
                .then()
                .statusCode(200);
    }
}
