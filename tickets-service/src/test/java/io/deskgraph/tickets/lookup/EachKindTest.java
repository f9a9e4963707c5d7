package io.deskgraph.tickets.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of look-up. */
@QuarkusTest
class EachKindTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    static Stream<Sample> kinds() {
        return Stream.of(Sample.ALL);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isMadeReadChangedAndDeleted(Sample kind) {
        Response made = desk.request().body(kind.body(desk, "One")).post(kind.path(desk));
        String one = kind.path(desk) + "/" + made.path("data." + kind.id());
        made.then().statusCode(201).header("Location", is(one)).header("ETag", matchesPattern("\"1-[\\w-]+\""));

        Response read = desk.request().get(one);
        assertEquals(made.asString(), read.asString());
        assertEquals(made.header("ETag"), read.header("ETag"));
        desk.request()
                .header("If-None-Match", made.header("ETag"))
                .get(one)
                .then()
                .statusCode(304);

        Response changed = put(one, Map.of(kind.name(), "Other"), made.header("ETag"));
        changed.then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"2-[\\w-]+\""))
                .body("data." + kind.name(), is("Other"));
        assertEquals(without(made, kind.name(), "updated_at"), without(changed, kind.name(), "updated_at"));
        assertEquals(
                changed.asString(), put(one, Map.of(kind.name(), "Other"), null).asString(), "no change, no version");

        assertEquals(
                412, put(one, Map.of(kind.name(), "Late"), made.header("ETag")).statusCode());
        desk.request()
                .header("If-Match", made.header("ETag"))
                .delete(one)
                .then()
                .statusCode(412);
        desk.request()
                .header("If-Match", changed.header("ETag"))
                .delete(one)
                .then()
                .statusCode(204);
        desk.request().get(one).then().statusCode(404).body("error.code", is("NOT_FOUND"));
        assertEquals(404, put(one, Map.of(), null).statusCode());
        desk.request().delete(one).then().statusCode(404);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesWhatIsNoRequest(Sample kind) {
        String one = kind.path(desk) + "/" + kind.create(desk, "One");

        for (Object name : new Object[] {" ", "x".repeat(256), List.of(), false}) {
            put(one, Map.of(kind.name(), name), null)
                    .then()
                    .statusCode(400)
                    .body("error.details[0].pointer", is("/" + kind.name()));
        }
        desk.request().body("{\"" + kind.name() + "\":null}").put(one).then().statusCode(400);
        desk.request().body("[]").put(one).then().statusCode(400);
        desk.request().body("{}").put(kind.path(desk) + "/x").then().statusCode(400);
        desk.request().get(kind.path(desk) + "/x").then().statusCode(400);
        desk.request().delete(kind.path(desk) + "/x").then().statusCode(400);
        desk.request().contentType("text/plain").body("x").put(one).then().statusCode(415);
        desk.request().delete(kind.path(desk)).then().statusCode(405).header("Allow", matchesPattern(".*POST.*"));
        desk.request().header("If-Match", "1").body("{}").put(one).then().statusCode(400);
        desk.request().get(one).then().body("data." + kind.name(), is("One"));
    }

    /** An e-mail address takes the place of the name where people may have the same one. */
    @ParameterizedTest
    @MethodSource("kinds")
    void ofTwinsOneIsMade(Sample kind) throws Exception {
        List<Integer> answers = together(8, () -> desk.request()
                .body(kind.body(desk, "Twin"))
                .post(kind.path(desk))
                .statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
        desk.request()
                .body(kind.body(desk, "tWIN"))
                .post(kind.path(desk))
                .then()
                .statusCode(409)
                .body("error.details.fields", hasSize(1));
        desk.request()
                .get(kind.path(desk) + "?search=twin&board_id=" + desk.board)
                .then()
                .body("pagination.total", is(1));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangeToTheNameOfAnotherIsRefused(Sample kind) {
        kind.create(desk, "One");
        String two = kind.path(desk) + "/" + kind.create(desk, "Two");

        put(two, kind.body(desk, "ONE"), null).then().statusCode(409).body("error.code", is("CONFLICT"));
        desk.request().get(two).then().body("data." + kind.name(), is("Two"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachChangeIsOneEventAndNothingElseIs(Sample kind) {
        String id = kind.create(desk, "One");
        String one = kind.path(desk) + "/" + id;
        put(one, Map.of(kind.name(), "Two"), null);
        put(one, Map.of(kind.name(), "Two"), null);
        put(one, Map.of(kind.name(), " "), null);
        put(one, Map.of(kind.name(), "Late"), "\"1-x\"");
        JsonNode shown = desk.request().get(one).as(JsonNode.class).path("data");
        desk.request().delete(one);

        List<PublishedEvent> events = Events.await(
                Topics.TICKETS, desk.tenant, found -> of(found, kind, id).size() >= 3);
        List<PublishedEvent> own = of(events, kind, id);
        assertEquals(
                List.of(1L, 2L, 3L), own.stream().map(PublishedEvent::version).toList());
        own.forEach(EachKindTest::fitsItsSchema);
        assertEquals(
                "{\"name\":{\"old\":\"One\",\"new\":\"Two\"}}",
                own.get(1).payload().path("changed").toString());
        JsonNode after = own.get(1).payload().path("after");
        assertEquals("Two", after.path("name").asText());
        after.path("attributes")
                .fields()
                .forEachRemaining(member -> assertEquals(shown.path(member.getKey()), member.getValue()));
        assertTrue(after.path("attributes").size() > 0);
        assertTrue(own.get(2).payload().path("after").isNull());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anothersIsNone(Sample kind) {
        Desk theirs = new Desk();
        String foreign = kind.create(theirs, "Secret");
        String body = "{\"" + kind.name() + "\":\"x\"}";

        for (String method : List.of("GET", "PUT", "DELETE")) {
            Response anothers = desk.request().body(body).request(method, kind.path(desk) + "/" + foreign);
            Response nobodys = desk.request().body(body).request(method, kind.path(desk) + "/" + Ids.next());
            assertEquals(404, anothers.statusCode());
            assertEquals(plain(nobodys), plain(anothers));
        }
        String list = desk.request().get(kind.path(desk) + "?limit=100").asString();
        assertEquals(-1, list.indexOf("Secret"));
        theirs.request().get(kind.path(theirs) + "/" + foreign).then().statusCode(200);
        assertNotEquals(foreign, kind.create(desk, "Secret"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void listsAreTheSameEachTime(Sample kind) {
        IntStream.range(0, 5).forEach(i -> kind.create(desk, "Row " + i));
        String path = kind.path(desk) + "?search=Row&sort=created_at&board_id=" + desk.board;
        if (kind.kind().equals("board")) {
            path = kind.path(desk) + "?search=Row&sort=is_default";
        }

        List<String> all =
                desk.request().get(path).then().statusCode(200).extract().path("data." + kind.id());
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            pages.addAll(desk.request().get(path + "&limit=2&page=" + page).path("data." + kind.id()));
        }

        assertEquals(5, all.size());
        assertEquals(all, pages);
        desk.request()
                .get(kind.path(desk) + "?sort=nope")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", is("/sort"));
        desk.request().get(kind.path(desk) + "?search=%25").then().body("data", equalTo(List.of()));
    }

    private Response put(String path, Map<String, ?> body, String ifMatch) {
        var request = desk.request().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    private static Map<String, Object> without(Response response, String... members) {
        Map<String, Object> data = response.path("data");
        return data.entrySet().stream()
                .filter(member -> !Set.of(members).contains(member.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, member -> String.valueOf(member.getValue())));
    }

    private static List<PublishedEvent> of(List<PublishedEvent> events, Sample kind, String id) {
        return events.stream()
                .filter(event -> event.subject().equals(kind.kind() + ":" + id))
                .toList();
    }

    private static void fitsItsSchema(PublishedEvent event) {
        assertEquals(
                Set.of(),
                SCHEMAS.getSchema(SchemaLocation.of("https://deskgraph.io/schemas/" + event.type() + ".json"))
                        .validate(event.payload()));
    }

    private static List<Integer> together(int callers, Callable<Integer> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Integer> answers = new ArrayList<>();
            for (var pending : pool.invokeAll(Collections.nCopies(callers, call))) {
                answers.add(pending.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String plain(Response response) {
        return response.asString().replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
