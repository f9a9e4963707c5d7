package io.deskgraph.tickets.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommentEditTest {

    private Desk desk;
    private String ticket;

    @BeforeEach
    void open() {
        desk = new Desk();
        ticket = desk.ticket();
    }

    @Test
    void itsAuthorChangesTheTextAndNothingElse() {
        String id = add("first", null);

        edit(id, "second")
                .statusCode(200)
                .header("ETag", matchesPattern("\"2-.+\""))
                .body("data.comment_text", is("second"))
                .body("data.markdown_content", is("second"))
                .body("data.is_internal", is(false));

        list().body("data.comment_text", contains("second"));
        assertEquals(3, desk.version(ticket));
    }

    @Test
    void theSameTextChangesNothing() {
        String id = add("same", null);

        edit(id, "same").statusCode(200).header("ETag", matchesPattern("\"1-.+\""));

        assertEquals(2, desk.version(ticket));
    }

    @Test
    void nobodyChangesAnothersCommentOrACopy() {
        String id = add("mine", null);
        desk.other(Ids.next(), "ticket:read", "ticket:update", "ticket:delete")
                .body(Map.of("comment_text", "yours"))
                .put(path(id))
                .then()
                .statusCode(403)
                .body("error.code", is("FORBIDDEN"))
                .body("message", is("You can only edit your own comments"));
        Database.execute("UPDATE comments SET is_system_generated = true WHERE id = ?", UUID.fromString(id));
        edit(id, "x").statusCode(403).body("message", is("System-generated comments cannot be edited"));
        list().body("data.comment_text", contains("mine"));
    }

    @Test
    void aStaleConditionIsRefused() {
        String id = add("first", null);
        edit(id, "second");

        desk.request()
                .header("If-Match", "\"1-x\"")
                .body(Map.of("comment_text", "lost"))
                .put(path(id))
                .then()
                .statusCode(412);
        desk.request().header("If-Match", "\"1-x\"").delete(path(id)).then().statusCode(412);
        desk.request().header("If-Match", "\"2-x\"").delete(path(id)).then().statusCode(204);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String elsewhere = "/api/v1/tickets/" + desk.ticket() + "/comments/" + add("x", null);
        for (String path : List.of(elsewhere, path(Ids.next().toString()))) {
            desk.request()
                    .body(Map.of("comment_text", "x"))
                    .put(path)
                    .then()
                    .statusCode(404)
                    .body("message", is("Comment not found"));
            desk.request().delete(path).then().statusCode(404);
            desk.request()
                    .body(Map.of("emoji", "x"))
                    .post(path + "/reactions")
                    .then()
                    .statusCode(404);
        }
        edit("1", "x").statusCode(400).body("message", is("Invalid comment ID format"));
        desk.request().delete(path("1")).then().statusCode(400);
        edit(add("x", null), "").statusCode(400);
    }

    @Test
    void anUnansweredCommentDisappears() {
        String id = add("gone", null);

        delete(id).statusCode(204);

        list().body("data", empty());
        delete(id).statusCode(404);
        edit(id, "x").statusCode(404);
        assertEquals(0, Database.count("SELECT count(*) FROM comment_threads WHERE tenant_id = ?", desk.tenant));
        assertEquals(3, desk.version(ticket));
    }

    @Test
    void anAnsweredOneKeepsItsPlaceUntilTheLastAnswerIsGone() {
        String root = add("root", null);
        String reply = add("reply", root);
        String deeper = add("deeper", reply);

        delete(root).statusCode(204);
        delete(reply).statusCode(204);

        list().body("data.comment_text", contains("", "", "deeper"))
                .body("data[0].deleted_at", notNullValue())
                .body("data[0].note", is(""))
                .body("data[0].comment_html", is("<p></p>"))
                .body("data[0].markdown_content", nullValue());
        edit(root, "x").statusCode(404);
        desk.request()
                .body(Map.of("comment_text", "x", "parent_comment_id", root))
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(400)
                .body("error.details[0].message", is("Cannot reply to a deleted comment"));

        delete(deeper).statusCode(204);

        list().body("data", empty());
    }

    @Test
    void anotherAnswerKeepsThePlace() {
        String root = add("root", null);
        String one = add("one", root);
        add("two", root);
        delete(root);

        delete(one).statusCode(204);

        list().body("data.comment_text", contains("", "two"));
        assertEquals(1, Database.count("SELECT reply_count FROM comment_threads WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void deletingAnothersTakesAPermission() {
        String id = add("mine", null);

        desk.other(Ids.next(), "ticket:read", "ticket:update")
                .delete(path(id))
                .then()
                .statusCode(403)
                .body("message", is("You can only delete your own comments"));
        desk.other(Ids.next(), "ticket:read", "ticket:update", "ticket:delete")
                .delete(path(id))
                .then()
                .statusCode(204);
    }

    @Test
    void aReactionIsToggledAndCounted() {
        String id = add("x", null);
        UUID other = desk.user("Olga", "Other");

        react(id, "👍").statusCode(200).body("data", is(Map.of("added", true)));
        desk.other(other, "ticket:read")
                .body(Map.of("emoji", "👍"))
                .post(path(id) + "/reactions")
                .then()
                .statusCode(200)
                .body("data.added", is(true));
        react(id, "🎉").body("data.added", is(true));

        list().body("data[0].reactions.emoji", contains("👍", "🎉"))
                .body("data[0].reactions.count", contains(2, 1))
                .body("data[0].reactions[0].userIds[1]", is(other.toString()))
                .body("data[0].reactions.currentUserReacted", contains(true, true))
                .body("data[0].reaction_user_names." + "'" + other + "'", is("Olga Other"));
        react(id, "👍").body("data.added", is(false));
        list().body("data[0].reactions[0].currentUserReacted", is(false));
        assertEquals(2, desk.version(ticket));
    }

    @Test
    void anEmojiHasOneToFiftyCharacters() {
        String id = add("x", null);

        react(id, "x".repeat(50)).statusCode(200);
        react(id, "x".repeat(51)).statusCode(400).body("error.details[0].pointer", is("/emoji"));
        react(id, "").statusCode(400);
        desk.request().body("{}").post(path(id) + "/reactions").then().statusCode(400);
        desk.request()
                .body("{\"emoji\":[]}")
                .post(path(id) + "/reactions")
                .then()
                .statusCode(400);
        desk.request()
                .body(Map.of("emoji", "x"))
                .post(path("1") + "/reactions")
                .then()
                .statusCode(400);
    }

    @Test
    void manyTogglesAtOnceAreAsManyTurns() {
        String id = add("x", null);

        long added = IntStream.range(0, 21)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> react(id, "👍").statusCode(200).extract().<Boolean>path("data.added")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(now -> now)
                .count();

        assertEquals(11, added);
        list().body("data[0].reactions[0].count", is(1));
    }

    private String add(String text, String parent) {
        Map<String, Object> body = new HashMap<>(Map.of("comment_text", text));
        if (parent != null) {
            body.put("parent_comment_id", parent);
        }
        return desk.create("/api/v1/tickets/" + ticket + "/comments", body, "comment_id");
    }

    private ValidatableResponse edit(String id, String text) {
        return desk.request().body(Map.of("comment_text", text)).put(path(id)).then();
    }

    private ValidatableResponse delete(String id) {
        return desk.request().delete(path(id)).then();
    }

    private ValidatableResponse react(String id, String emoji) {
        return desk.request()
                .body(Map.of("emoji", emoji))
                .post(path(id) + "/reactions")
                .then();
    }

    private ValidatableResponse list() {
        return desk.request()
                .get("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(200);
    }

    private String path(String id) {
        return "/api/v1/tickets/" + ticket + "/comments/" + id;
    }
}
