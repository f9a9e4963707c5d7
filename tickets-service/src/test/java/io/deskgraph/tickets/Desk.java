package io.deskgraph.tickets;

import static io.restassured.RestAssured.given;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A tenant of a test's own with a board, an open and a closed status, a priority, a client and a user. */
public final class Desk {

    public final UUID tenant = Ids.next();
    public final UUID user;
    public final String slug = "t" + tenant.toString().substring(24);
    public final String board;
    public final String open;
    public final String closed;
    public final String priority;
    public final String client;

    public Desk() {
        user = user("Terry", "Tester");
        board = create("/api/v1/boards", Map.of("board_name", "Support"), "board_id");
        open = status(board, "Open", false);
        closed = status(board, "Closed", true);
        priority = create("/api/v1/priorities", Map.of("priority_name", "High"), "priority_id");
        client = create("/api/v1/clients", Map.of("client_name", "Initech"), "client_id");
    }

    public String token(String... permissions) {
        return TestTokens.with(permissions)
                .tenant(tenant, slug)
                .user(TestTokens.USER)
                .bearer();
    }

    public RequestSpecification as(String... permissions) {
        return given().header("Authorization", token(permissions)).contentType(ContentType.JSON);
    }

    /** As {@link #as}, by somebody else. */
    public RequestSpecification other(UUID user, String... permissions) {
        String other =
                TestTokens.with(permissions).tenant(tenant, slug).user(user).bearer();
        return given().header("Authorization", other).contentType(ContentType.JSON);
    }

    /** By somebody who may do everything. */
    public RequestSpecification request() {
        return as(Permissions.ALL.toArray(String[]::new));
    }

    public String create(String path, Map<String, ?> body, String id) {
        return request()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("data." + id)
                .toString();
    }

    public String status(String board, String name, boolean closed) {
        return create(
                "/api/v1/statuses",
                Map.of("name", name, "status_type", "ticket", "board_id", board, "is_closed", closed),
                "status_id");
    }

    /** What the board asks for before a ticket is closed. */
    public void closeRules(Map<String, ?> rules) {
        request()
                .body(Map.of("close_rules", rules))
                .put("/api/v1/boards/" + board)
                .then()
                .statusCode(200);
    }

    /** A user that the copy knows. */
    public UUID user(String first, String last) {
        UUID id = Ids.next();
        Database.execute(
                "INSERT INTO user_copies (tenant_id, id, email, first_name, last_name, user_type, is_inactive)"
                        + " VALUES (?, ?, ?, ?, ?, 'internal', false)",
                tenant,
                id,
                id + "@example.org",
                first,
                last);
        return id;
    }

    /** What a ticket needs, and more members where given. */
    public Map<String, Object> ticketBody(Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title", "Printer on fire",
                "client_id", client,
                "board_id", board,
                "status_id", open,
                "priority_id", priority));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    public String ticket(Object... more) {
        return create("/api/v1/tickets", ticketBody(more), "ticket_id");
    }

    public ValidatableResponse read(String ticket) {
        return request().get("/api/v1/tickets/" + ticket).then().statusCode(200);
    }

    public ValidatableResponse put(String ticket, Object... members) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return request().body(body).put("/api/v1/tickets/" + ticket).then();
    }

    public int version(String ticket) {
        return (int) Database.count("SELECT version FROM tickets WHERE id = ?", UUID.fromString(ticket));
    }
}
