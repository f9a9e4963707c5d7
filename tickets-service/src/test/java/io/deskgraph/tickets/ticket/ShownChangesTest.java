package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever an answer shows, when it changes the next answer shows it, although the one before was kept. */
@QuarkusTest
class ShownChangesTest {

    @Inject
    KeptAnswers answers;

    /** A ticket that refers to everything a ticket can refer to, and what it refers to. */
    private static final class Shown {
        final Desk desk = new Desk();
        final UUID assignee = Ids.next();
        final String location;
        final String contact;
        final String category;
        final String ticket;
        private long told;

        Shown() {
            user(EventTypes.USER_CREATED, "Ada");
            location = location("HQ", false);
            contact = desk.create(
                    "/api/v1/contacts", Map.of("full_name", "Bill L.", "client_id", desk.client), "contact_name_id");
            category = desk.create("/api/v1/categories", Map.of("category_name", "Hardware"), "category_id");
            ticket = desk.ticket(
                    "location_id", location,
                    "contact_name_id", contact,
                    "category_id", category,
                    "assigned_to", assignee,
                    "tags", List.of("rush"));
        }

        String location(String name, boolean isDefault) {
            Map<String, ?> body = Map.of("location_name", name, "email", "a@example.org", "is_default", isDefault);
            return desk.create(locations(), body, "location_id");
        }

        String locations() {
            return "/api/v1/clients/" + desk.client + "/locations";
        }

        void change(String path, Object... members) {
            Map<String, Object> body = new LinkedHashMap<>();
            for (int i = 0; i < members.length; i += 2) {
                body.put((String) members[i], members[i + 1]);
            }
            desk.request().body(body).put(path).then().statusCode(200);
        }

        /** The gateway tells of the assignee, and it is heard here. */
        void user(String type, String name) {
            String after = name == null ? "null" : """
                    {"user_id":"%s","username":"a","email":"a@example.org","first_name":"%s","last_name":"L.",
                    "user_type":"internal","roles":[],"is_inactive":false}""".formatted(assignee, name);
            long version = ++told;
            Events.publish(
                    Topics.IDENTITY,
                    type,
                    desk.tenant,
                    assignee.toString(),
                    version,
                    "{\"after\":" + after + ",\"changed\":{}}");
            Eventually.until(
                    type,
                    () -> Database.count(
                                    "SELECT count(*) FROM inbox WHERE tenant_id = ? AND subject = ? AND version = ?",
                                    desk.tenant,
                                    assignee.toString(),
                                    version)
                            == 1);
        }

        String document() {
            return RestAssured.given()
                    .header("Authorization", desk.token(Permissions.ALL.toArray(String[]::new)))
                    .multiPart("file", "a.txt", "a".getBytes(StandardCharsets.UTF_8), "text/plain")
                    .post("/api/v1/tickets/" + ticket + "/documents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("data.document_id");
        }

        Response bundle(String method, String path, Object body) {
            var request = desk.request();
            return (body == null ? request : request.body(body)).request(method, "/api/v1/tickets/" + path);
        }

        String child() {
            String child = desk.ticket();
            bundle("POST", ticket + "/bundle", Map.of("child_ticket_ids", List.of(child)))
                    .then()
                    .statusCode(201);
            return child;
        }

        /** Of what no request changes. */
        void sql(String table, String set, String id) {
            Database.execute(
                    "UPDATE " + table + " SET " + set + " WHERE tenant_id = ? AND id = ?", desk.tenant, id(id));
        }

        private static UUID id(String text) {
            return UUID.fromString(text);
        }
    }

    private interface Step {
        void on(Shown shown);
    }

    private record Case(Step first, Step change) {}

    @TestFactory
    Stream<DynamicTest> everyChangeIsSeen() {
        Map<String, Case> cases = new LinkedHashMap<>();
        lookUps(cases);
        defaultLocations(cases);
        users(cases);
        ownRows(cases);
        bundles(cases);
        return cases.entrySet().stream().map(one -> dynamicTest(one.getKey(), () -> isSeen(one.getValue())));
    }

    private static void lookUps(Map<String, Case> cases) {
        add(cases, "client", s -> s.change("/api/v1/clients/" + s.desk.client, "client_name", "Initrode"));
        add(cases, "status", s -> s.change("/api/v1/statuses/" + s.desk.open, "name", "New"));
        add(cases, "priority", s -> s.change("/api/v1/priorities/" + s.desk.priority, "priority_name", "Top"));
        add(cases, "location", s -> s.change(s.locations() + "/" + s.location, "location_name", "Plant"));
        add(cases, "location's phone", s -> s.change(s.locations() + "/" + s.location, "phone", "9"));
        add(cases, "contact", s -> s.change("/api/v1/contacts/" + s.contact, "full_name", "Milton W."));
        add(cases, "category", s -> s.change("/api/v1/categories/" + s.category, "category_name", "Printers"));
        add(
                cases,
                "colour of a tag",
                s -> Database.execute("UPDATE tags SET text_color = '#123456' WHERE tenant_id = ?", s.desk.tenant));
    }

    private static void defaultLocations(Map<String, Case> cases) {
        Step noLocation = s -> s.sql("tickets", "location_id = NULL, version = version + 1", s.ticket);
        add(cases, "first default location", noLocation, s -> s.location("Main", true));
        String[] main = new String[1];
        Step hasDefault = s -> {
            noLocation.on(s);
            main[0] = s.location("Main", true);
        };
        add(cases, "default location", hasDefault, s -> s.change(s.locations() + "/" + main[0], "email", "b@c.org"));
        add(cases, "default location goes", hasDefault, s -> s.desk.request()
                .delete(s.locations() + "/" + main[0])
                .then()
                .statusCode(204));
        add(
                cases,
                "no default location any more",
                hasDefault,
                s -> s.change(s.locations() + "/" + main[0], "is_default", false));
    }

    private static void users(Map<String, Case> cases) {
        add(cases, "assignee's name, by event", s -> s.user(EventTypes.USER_UPDATED, "Augusta"));
        add(cases, "assignee goes, by event", s -> s.user(EventTypes.USER_DELETED, null));
        add(
                cases,
                "assignee is heard of, by event",
                s -> s.user(EventTypes.USER_DELETED, null),
                s -> s.user(EventTypes.USER_CREATED, "Grace"));
    }

    private static void ownRows(Map<String, Case> cases) {
        add(cases, "title", s -> s.desk.put(s.ticket, "title", "Other").statusCode(200));
        add(cases, "status of the ticket", s -> s.desk.put(s.ticket, "status_id", s.desk.closed)
                .statusCode(200));
        add(cases, "tags", s -> s.desk.put(s.ticket, "tags", List.of("rush", "new"))
                .statusCode(200));
        add(cases, "assignment", s -> s.desk.put(s.ticket, "assigned_to", null).statusCode(200));
        add(cases, "comment", s -> s.desk.request()
                .body(Map.of("comment_text", "hello", "is_internal", false))
                .post("/api/v1/tickets/" + s.ticket + "/comments")
                .then()
                .statusCode(201));
        add(cases, "document", Shown::document);
        String[] document = new String[1];
        Step attached = s -> document[0] = s.document();
        add(cases, "document goes", attached, s -> s.desk.request()
                .delete("/api/v1/tickets/" + s.ticket + "/documents/" + document[0])
                .then()
                .statusCode(200));
        add(cases, "document's name", attached, s -> s.sql("documents", "document_name = 'b.txt'", document[0]));
    }

    private static void bundles(Map<String, Case> cases) {
        String[] child = new String[1];
        Step bundled = s -> child[0] = s.child();
        add(cases, "becomes a master", Shown::child);
        add(cases, "lets its last child go", bundled, s -> s.bundle(
                        "DELETE", s.ticket + "/bundle/children/" + child[0], null)
                .then()
                .statusCode(200));
        add(cases, "is a master no more", bundled, s -> s.bundle("DELETE", s.ticket + "/bundle", null)
                .then()
                .statusCode(200));
        add(cases, "loses its last child", bundled, s -> s.desk.request()
                .delete("/api/v1/tickets/" + child[0])
                .then()
                .statusCode(204));
        add(cases, "becomes a child of its child", bundled, s -> s.bundle(
                        "POST", s.ticket + "/bundle/promote", Map.of("new_master_ticket_id", child[0]))
                .then()
                .statusCode(200));
    }

    private static void add(Map<String, Case> cases, String name, Step change) {
        add(cases, name, s -> {}, change);
    }

    private static void add(Map<String, Case> cases, String name, Step first, Step change) {
        cases.put(name, new Case(first, change));
    }

    private void isSeen(Case one) {
        Shown shown = new Shown();
        one.first().on(shown);
        String before = read(shown);
        KeptAnswers.Key key = new KeptAnswers.Key(shown.desk.tenant, UUID.fromString(shown.ticket));
        assertNotNull(answers.find(key));

        one.change().on(shown);
        String after = read(shown);

        assertNotEquals(before, after);
        answers.forget(key);
        assertEquals(read(shown), after);
    }

    private static String read(Shown shown) {
        return shown.desk.read(shown.ticket).extract().asString();
    }
}
