package io.deskgraph.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Eight clients read, add one and write with the entity tag they have read: what they wrote adds up. */
@QuarkusTest
class NoLostUpdateTest {

    private static final int CLIENTS = 8;
    private static final int TURNS = 5;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @TestFactory
    Stream<DynamicTest> theSumIsExact() {
        String ticket = desk.ticket();
        String entry = desk.create(
                "/api/v1/time-entries",
                Map.of(
                        "work_item_type", "ticket",
                        "work_item_id", ticket,
                        "start_time", "2026-11-03T09:30:00Z",
                        "end_time", "2026-11-03T10:05:00Z",
                        "billable_duration", 0),
                "entry_id");
        String product = desk.create(
                "/api/v1/products",
                Map.of("service_name", "Hour", "item_kind", "service", "currency_code", "EUR"),
                "service_id");
        return Stream.of(
                counter("/api/v1/time-entries/" + entry, "billable_duration", 0),
                counter("/api/v1/products/" + product, "default_rate", 0),
                counter("/api/v1/boards/" + desk.board, "display_order", 0),
                counter("/api/v1/statuses/" + desk.closed, "order_number", 2),
                counter("/api/v1/priorities/" + desk.priority, "order_number", 0));
    }

    private DynamicTest counter(String path, String member, int start) {
        return dynamicTest(path, () -> {
            AtOnce.times(CLIENTS, () -> {
                for (int turn = 0; turn < TURNS; turn++) {
                    addOne(path, member);
                }
                return true;
            });

            int end = desk.request().get(path).path("data." + member);
            assertEquals(start + CLIENTS * TURNS, end);
        });
    }

    private void addOne(String path, String member) {
        int status;
        do {
            Response read = desk.request().get(path);
            int next = read.<Integer>path("data." + member) + 1;
            status = desk.request()
                    .header("If-Match", read.header("ETag"))
                    .body(Map.of(member, next))
                    .put(path)
                    .statusCode();
            assertTrue(status == 200 || status == 412, "answered " + status);
        } while (status == 412);
    }

    /** The tag comes with the answer of each write, as a comment is not read by itself. */
    @Test
    void ofEightRewritesOnTheSameTagOneIsTaken() {
        String ticket = desk.ticket();
        String path = "/api/v1/tickets/" + ticket + "/comments";
        Response made = desk.request().body(Map.of("comment_text", "0")).post(path);
        String comment = path + "/" + made.path("data.comment_id");

        var answers = AtOnce.times(CLIENTS, () -> desk.request()
                .header("If-Match", made.header("ETag"))
                .body(Map.of("comment_text", Thread.currentThread().getName()))
                .put(comment)
                .statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(
                CLIENTS - 1, answers.stream().filter(status -> status == 412).count(), answers.toString());
        assertEquals(3, desk.version(ticket));
    }
}
