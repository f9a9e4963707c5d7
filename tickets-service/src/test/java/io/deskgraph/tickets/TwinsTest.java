package io.deskgraph.tickets;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Fifty times the same request under the same key at once: one effect, one answer. */
@QuarkusTest
class TwinsTest {

    private static final int TWINS = 50;

    private Desk desk;
    private Desk other;

    @BeforeEach
    void open() {
        desk = new Desk();
        other = new Desk();
    }

    /**
     * @param name the member of the body that is changed for the request that is not the same
     * @param table of which there is one row more
     */
    private record Post(String path, Map<String, ?> body, String name, String table) {}

    @TestFactory
    Stream<DynamicTest> oneEffect() {
        List<Post> ours = posts(desk);
        List<Post> theirs = posts(other);
        return Stream.iterate(0, i -> i < ours.size(), i -> i + 1)
                .map(i -> dynamicTest(ours.get(i).table(), () -> twins(ours.get(i), theirs.get(i))));
    }

    private void twins(Post ours, Post theirs) {
        long before = rows(desk, ours);
        String key = "twins-" + ours.table();

        List<Response> answers = AtOnce.times(TWINS, () -> post(desk, ours.path(), ours.body(), key));

        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(twin -> twin.then().statusCode(409).header("Retry-After", is("1")));
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct()
                        .count());
        assertEquals(before + 1, rows(desk, ours));
        Map<String, Object> changed = new HashMap<>(ours.body());
        changed.put(ours.name(), "changed");
        post(desk, ours.path(), changed, key).then().statusCode(422).body("error.code", is("IDEMPOTENCY_KEY_REUSED"));
        post(other, theirs.path(), theirs.body(), key).then().statusCode(201);
        assertEquals(before + 1, rows(desk, ours));
    }

    private static List<Post> posts(Desk desk) {
        String ticket = desk.ticket();
        String product = desk.create(
                "/api/v1/products",
                Map.of("service_name", "Roller", "item_kind", "product", "currency_code", "EUR"),
                "service_id");
        Map<String, ?> time = Map.of(
                "work_item_type", "ticket",
                "work_item_id", ticket,
                "start_time", "2026-11-03T09:30:00Z",
                "end_time", "2026-11-03T10:05:00Z");
        return List.of(
                new Post("tickets/" + ticket + "/comments", Map.of("comment_text", "x"), "comment_text", "comments"),
                new Post(
                        "tickets/" + ticket + "/materials",
                        Map.of("service_id", product, "quantity", 1, "rate", 1, "currency_code", "EUR"),
                        "description",
                        "ticket_materials"),
                new Post("time-entries", time, "notes", "time_entries"),
                new Post("boards", Map.of("board_name", "Twin"), "board_name", "boards"),
                new Post("contacts", Map.of("full_name", "Twin"), "full_name", "contacts"),
                new Post(
                        "clients/" + desk.client + "/locations",
                        Map.of("location_name", "Twin"),
                        "location_name",
                        "client_locations"));
    }

    private static Response post(Desk desk, String path, Map<String, ?> body, String key) {
        return desk.request().header("Idempotency-Key", key).body(body).post("/api/v1/" + path);
    }

    private static long rows(Desk desk, Post post) {
        return Database.count("SELECT count(*) FROM " + post.table() + " WHERE tenant_id = ?", desk.tenant);
    }
}
