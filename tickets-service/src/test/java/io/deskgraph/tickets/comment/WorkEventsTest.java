package io.deskgraph.tickets.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comments, documents, materials and time entries tell: one event and one line of history for each change. */
@QuarkusTest
class WorkEventsTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));

    private Desk desk;
    private String ticket;

    @BeforeEach
    void open() {
        desk = new Desk();
        ticket = desk.ticket();
    }

    @Test
    void eachChangeIsOneEventAndOneLineAndNothingElseIsTold() {
        String comment = comment("first", Map.of());
        edit(comment, "second");
        edit(comment, "second");
        desk.request().body(Map.of("emoji", "x")).post(path("comments/" + comment + "/reactions"));
        desk.request()
                .body(Map.of("comment_text", ""))
                .post(path("comments"))
                .then()
                .statusCode(400);
        desk.request().delete(path("comments/" + comment)).then().statusCode(204);
        String document = upload();
        desk.request().delete(path("documents/" + document)).then().statusCode(200);
        desk.request()
                .body(Map.of("service_id", product(), "quantity", 1, "rate", 5, "currency_code", "EUR"))
                .post(path("materials"))
                .then()
                .statusCode(201);
        String entry = desk.create(
                "/api/v1/time-entries",
                Map.of(
                        "work_item_type", "ticket",
                        "work_item_id", ticket,
                        "start_time", "2026-11-03T09:30:00Z",
                        "end_time", "2026-11-03T10:05:00Z"),
                "entry_id");
        desk.request().body(Map.of("notes", "x")).put("/api/v1/time-entries/" + entry);
        desk.request().body(Map.of("notes", "x")).put("/api/v1/time-entries/" + entry);
        desk.request().delete("/api/v1/time-entries/" + entry).then().statusCode(204);

        List<PublishedEvent> events = of(ticket, 10);

        assertEquals(
                List.of(
                        EventTypes.TICKET_CREATED,
                        EventTypes.TICKET_COMMENT_ADDED,
                        EventTypes.TICKET_COMMENT_UPDATED,
                        EventTypes.TICKET_COMMENT_UPDATED,
                        EventTypes.TICKET_DOCUMENT_ATTACHED,
                        EventTypes.TICKET_DOCUMENT_REMOVED,
                        EventTypes.TICKET_MATERIAL_ADDED,
                        EventTypes.TICKET_TIME_ENTRY_ADDED,
                        EventTypes.TICKET_TIME_ENTRY_UPDATED,
                        EventTypes.TICKET_TIME_ENTRY_REMOVED),
                events.stream().map(PublishedEvent::type).toList());
        assertEquals(
                LongStream.rangeClosed(1, 10).boxed().toList(),
                events.stream().map(PublishedEvent::version).toList());
        events.forEach(WorkEventsTest::isAsDescribed);
        assertEquals(10, desk.version(ticket));
        assertEquals(
                List.of(
                        "TICKET_CREATED",
                        "TICKET_COMMENT_ADDED",
                        "TICKET_COMMENT_UPDATED",
                        "TICKET_COMMENT_DELETED",
                        "TICKET_DOCUMENT_ATTACHED",
                        "TICKET_DOCUMENT_REMOVED",
                        "TICKET_MATERIAL_ADDED",
                        "TICKET_TIME_ENTRY_ADDED",
                        "TICKET_TIME_ENTRY_UPDATED",
                        "TICKET_TIME_ENTRY_REMOVED"),
                Database.texts(
                        "SELECT event_type FROM ticket_activities WHERE tenant_id = ? ORDER BY occurred_at, id",
                        desk.tenant));
    }

    @Test
    void anEventCarriesTheTicketAndWhatHangsOnIt() {
        String comment = comment("first", Map.of());
        edit(comment, "second");
        desk.request().delete(path("comments/" + comment));

        List<PublishedEvent> events = of(ticket, 4);

        PublishedEvent added = events.get(1);
        assertEquals("first", added.payload().at("/comment/note").textValue());
        assertEquals(ticket, added.payload().at("/after/ticket_id").textValue());
        assertEquals(2, added.payload().at("/after/version").intValue());
        assertEquals(
                "{\"response_state\":{\"old\":null,\"new\":\"awaiting_client\"}}",
                added.payload().path("changed").toString());
        assertEquals("second", events.get(2).payload().at("/comment/note").textValue());
        assertEquals("{}", events.get(2).payload().path("changed").toString());
        assertEquals("", events.get(3).payload().at("/comment/note").textValue());
        assertEquals(
                events.get(3).payload().at("/after/updated_at").textValue().length(),
                events.get(3).payload().at("/comment/deleted_at").textValue().length());
    }

    @Test
    void aCopyIsTheSystemsOwnAndAnswersToTheEventOfItsSource() {
        String other = desk.ticket();

        String source = comment("for both", Map.of("test_copy_to", other));

        desk.request()
                .get("/api/v1/tickets/" + other + "/comments")
                .then()
                .body("data", hasSize(1))
                .body("data[0].note", is("for both"))
                .body("data[0].is_system_generated", is(true))
                .body("data[0].user_id", nullValue())
                .body("data[0].author_type", is("unknown"))
                .body("data[0].metadata", nullValue());
        desk.read(other).body("data.response_state", nullValue()).body("data.updated_by", nullValue());
        PublishedEvent cause = of(ticket, 2).get(1);
        PublishedEvent copy = of(other, 2).get(1);
        assertEquals(source, cause.payload().at("/comment/comment_id").textValue());
        assertEquals(EventTypes.TICKET_COMMENT_ADDED, copy.type());
        assertEquals("SYSTEM", copy.headers().get(Headers.ACTOR_TYPE));
        assertEquals(null, copy.headers().get(Headers.ACTOR_ID));
        assertEquals(cause.id(), copy.headers().get(Headers.CAUSATION_ID));
        isAsDescribed(copy);
        desk.request()
                .get("/api/v1/tickets/" + other + "/activity")
                .then()
                .body("data.event_type", contains("TICKET_COMMENT_ADDED", "TICKET_CREATED"))
                .body("data.actor_type", contains("SYSTEM", "USER"))
                .body("data.source", contains("system", "api"))
                .body("data[0].actor_id", nullValue());
    }

    @Test
    void aCopyThatFailsTakesItsSourceAlong() {
        desk.request()
                .body(Map.of("comment_text", "x", "metadata", Map.of("test_copy_to", Ids.next())))
                .post(path("comments"))
                .then()
                .statusCode(404);

        desk.request().get(path("comments")).then().body("data", hasSize(0));
        assertEquals(1, desk.version(ticket));
    }

    @Test
    void theHistoryIsPagedFilteredAndNewestFirst() {
        comment("one", Map.of());
        comment("two", Map.of());

        desk.request()
                .get(path("activity"))
                .then()
                .statusCode(200)
                .body("data.event_type", contains("TICKET_COMMENT_ADDED", "TICKET_COMMENT_ADDED", "TICKET_CREATED"))
                .body("data[0].keySet()", hasSize(8))
                .body("data[0].actor_name", is("Terry Technician"))
                .body("data[0].changes.comment_id.old", nullValue())
                .body("data[1].changes.response_state.new", is("awaiting_client"))
                .body("pagination.total", is(3));
        desk.request()
                .get(path("activity?limit=1&page=3"))
                .then()
                .body("data.event_type", contains("TICKET_CREATED"))
                .body("pagination.hasNext", is(false));
        desk.request()
                .get(path("activity?event_type=TICKET_CREATED&x=1"))
                .then()
                .header("X-Ignored-Parameters", "x")
                .body("data", hasSize(1));
        desk.request().get(path("activity?cursor=&limit=2")).then().body("pagination.hasNext", is(true));
        desk.request().get(path("activity?limit=101")).then().statusCode(400);
        desk.request().get(path("activity?sort=id")).then().statusCode(400);
        desk.request().get("/api/v1/tickets/1/activity").then().statusCode(400);
        desk.request().get("/api/v1/tickets/" + Ids.next() + "/activity").then().statusCode(404);
    }

    private String comment(String text, Map<String, ?> metadata) {
        return desk.create(path("comments"), Map.of("comment_text", text, "metadata", metadata), "comment_id");
    }

    private void edit(String comment, String text) {
        desk.request()
                .body(Map.of("comment_text", text))
                .put(path("comments/" + comment))
                .then()
                .statusCode(200);
    }

    private String upload() {
        return RestAssured.given()
                .header("Authorization", desk.token(Permissions.ALL.toArray(String[]::new)))
                .multiPart("file", "x.txt", new byte[3])
                .post(path("documents"))
                .then()
                .statusCode(201)
                .extract()
                .path("data.document_id");
    }

    private UUID product() {
        UUID id = Ids.next();
        Database.execute(
                "INSERT INTO products (tenant_id, id, service_name, item_kind, currency_code, created_at, updated_at,"
                        + " version) VALUES (?, ?, 'Roller', 'product', 'EUR', now(), now(), 1)",
                desk.tenant,
                id);
        return id;
    }

    private String path(String what) {
        return "/api/v1/tickets/" + ticket + "/" + what;
    }

    private List<PublishedEvent> of(String subject, int count) {
        return Events.await(
                        Topics.TICKETS,
                        desk.tenant,
                        found -> mine(found, subject).size() >= count)
                .stream()
                .filter(event -> event.subject().equals(subject))
                .toList();
    }

    private static List<PublishedEvent> mine(List<PublishedEvent> events, String subject) {
        return events.stream().filter(event -> event.subject().equals(subject)).toList();
    }

    private static void isAsDescribed(PublishedEvent event) {
        var schema = SCHEMAS.getSchema(
                SchemaLocation.of(EventTypes.schemaUri(event.type()).toString()),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        assertEquals(Set.of(), schema.validate(event.payload()), event.type());
    }
}
