package io.deskgraph.tickets;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tenant wall for what hangs on tickets: another tenant's id in any position is as good as none. */
@QuarkusTest
class WorkWallTest {

    private static final String COMMENT = "{\"comment_text\":\"x\"}";
    private static final String TIME = "{\"work_item_type\":\"ticket\",\"work_item_id\":\"%s\","
            + "\"start_time\":\"2026-11-03T09:30:00Z\",\"end_time\":\"2026-11-03T10:05:00Z\"}";

    private Desk ours;
    private Desk theirs;
    private String own;
    private String ticket;
    private String comment;
    private String document;
    private String entry;
    private UUID product;

    @BeforeEach
    void open() {
        ours = new Desk();
        theirs = new Desk();
        own = ours.ticket();
        ticket = theirs.ticket();
        comment = theirs.create(
                "/api/v1/tickets/" + ticket + "/comments", Map.of("comment_text", "secret"), "comment_id");
        document = RestAssured.given()
                .header("Authorization", theirs.token(Permissions.ALL.toArray(String[]::new)))
                .multiPart("file", "secret.txt", new byte[3])
                .post("/api/v1/tickets/" + ticket + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("data.document_id");
        entry = theirs.request()
                .body(TIME.formatted(ticket))
                .post("/api/v1/time-entries")
                .then()
                .statusCode(201)
                .extract()
                .path("data.entry_id");
        product = Ids.next();
        Database.execute(
                "INSERT INTO products (tenant_id, id, service_name, item_kind, currency_code, created_at, updated_at,"
                        + " version) VALUES (?, ?, 'Secret', 'product', 'EUR', now(), now(), 1)",
                theirs.tenant,
                product);
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantsIdAnswersLikeNone() {
        String material = "{\"service_id\":\"" + product + "\",\"quantity\":1,\"rate\":1,\"currency_code\":\"EUR\"}";
        return Stream.of(
                        new Call("GET", "/api/v1/tickets/{t}/activity", ""),
                        new Call("GET", "/api/v1/tickets/{t}/comments", ""),
                        new Call("POST", "/api/v1/tickets/{t}/comments", COMMENT),
                        new Call("PUT", "/api/v1/tickets/{t}/comments/{c}", COMMENT),
                        new Call("PUT", "/api/v1/tickets/" + own + "/comments/{c}", COMMENT),
                        new Call("DELETE", "/api/v1/tickets/{t}/comments/{c}", ""),
                        new Call("DELETE", "/api/v1/tickets/" + own + "/comments/{c}", ""),
                        new Call("POST", "/api/v1/tickets/{t}/comments/{c}/reactions", "{\"emoji\":\"x\"}"),
                        new Call("POST", "/api/v1/tickets/" + own + "/comments/{c}/reactions", "{\"emoji\":\"x\"}"),
                        new Call(
                                "POST",
                                "/api/v1/tickets/" + own + "/comments",
                                "{\"comment_text\":\"x\",\"parent_comment_id\":\"{c}\"}"),
                        new Call("GET", "/api/v1/tickets/{t}/documents", ""),
                        new Call("GET", "/api/v1/tickets/{t}/documents/{d}", ""),
                        new Call("GET", "/api/v1/tickets/" + own + "/documents/{d}", ""),
                        new Call("DELETE", "/api/v1/tickets/{t}/documents/{d}", ""),
                        new Call("DELETE", "/api/v1/tickets/" + own + "/documents/{d}", ""),
                        new Call("GET", "/api/v1/tickets/{t}/materials", ""),
                        new Call("POST", "/api/v1/tickets/{t}/materials", material),
                        new Call("GET", "/api/v1/tickets/{t}/time-entries", ""),
                        new Call("POST", "/api/v1/time-entries", TIME.formatted("{t}")),
                        new Call("GET", "/api/v1/time-entries/{e}", ""),
                        new Call("PUT", "/api/v1/time-entries/{e}", "{\"notes\":\"x\"}"),
                        new Call("DELETE", "/api/v1/time-entries/{e}", ""))
                .map(call -> dynamicTest(call.toString(), () -> {
                    Response theirOne = call(call, ticket, comment, document, entry);
                    String none = Ids.next().toString();
                    Response nobodys = call(call, none, none, none, none);

                    assertEquals(404, theirOne.statusCode(), theirOne.asString());
                    assertEquals(comparable(nobodys), comparable(theirOne));
                    assertEquals(4, theirs.version(ticket));
                }));
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantsReferenceIsNone() {
        String time = TIME.formatted(own);
        String service = "\"service_id\":\"" + product + "\"";
        return Stream.of(
                        new Call(
                                "POST",
                                "/api/v1/tickets/" + own + "/materials",
                                "{" + service + ",\"quantity\":1,\"rate\":1,\"currency_code\":\"EUR\"}"),
                        new Call(
                                "POST",
                                "/api/v1/time-entries",
                                time.substring(0, time.length() - 1) + "," + service + "}"))
                .map(call -> dynamicTest(call.toString(), () -> ours.request()
                        .body(call.body())
                        .request(call.method(), call.path())
                        .then()
                        .statusCode(400)
                        .body("error.details[0].pointer", is("/service_id"))));
    }

    @TestFactory
    Stream<DynamicTest> parametersThatAListDoesNotKnowAreNamed() {
        return Stream.of("comments", "documents", "materials", "time-entries", "activity")
                .map(list -> dynamicTest(list, () -> ours.request()
                        .get("/api/v1/tickets/" + own + "/" + list + "?colour=red")
                        .then()
                        .statusCode(200)
                        .header("X-Ignored-Parameters", is("colour"))));
    }

    @TestFactory
    Stream<DynamicTest> listsAreOnesOwn() {
        return Stream.of(
                        "time-entries",
                        "time-entries?cursor=",
                        "time-entries?ticket_id=" + ticket,
                        "tickets/" + own + "/comments",
                        "tickets/" + own + "/documents",
                        "tickets/" + own + "/materials",
                        "tickets/" + own + "/time-entries",
                        "tickets/" + own + "/activity")
                .map(route -> dynamicTest(route, () -> {
                    String answer = ours.request()
                            .get("/api/v1/" + route)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString()
                            .replace(ticket, route.contains(ticket) ? "" : ticket);
                    List.of(theirs.tenant.toString(), ticket, comment, document, entry, "secret")
                            .forEach(text -> assertEquals(-1, answer.indexOf(text), text));
                }));
    }

    private record Call(String method, String path, String body) {

        Call filled(String ticket, String comment, String document, String entry) {
            return new Call(
                    method, fill(path, ticket, comment, document, entry), fill(body, ticket, comment, document, entry));
        }

        private static String fill(String text, String ticket, String comment, String document, String entry) {
            return text.replace("{t}", ticket)
                    .replace("{c}", comment)
                    .replace("{d}", document)
                    .replace("{e}", entry);
        }
    }

    private Response call(Call call, String ticket, String comment, String document, String entry) {
        Call filled = call.filled(ticket, comment, document, entry);
        var request = ours.request();
        return (filled.body().isEmpty() ? request : request.body(filled.body()))
                .request(filled.method(), filled.path());
    }

    private static String comparable(Response response) {
        return response.asString().replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
