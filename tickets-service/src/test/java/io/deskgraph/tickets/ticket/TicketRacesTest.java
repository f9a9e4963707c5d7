package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketRacesTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void sixtyFourAtOnceGetSixtyFourNumbersInARowAndRefusalsLeaveNoGap() {
        Map<String, Object> good = desk.ticketBody("tags", List.of("rush", "b", "a"));
        Map<String, Object> bad = desk.ticketBody("category_id", Ids.next());

        List<Response> answers = atOnce(80, i -> i % 5 == 4 ? bad : good, (body, i) -> post(body, null));

        assertEquals(
                64,
                answers.stream().filter(answer -> answer.statusCode() == 201).count());
        assertEquals(
                16,
                answers.stream().filter(answer -> answer.statusCode() == 400).count());
        assertEquals(
                IntStream.range(1000, 1064).mapToObj(i -> "TIC" + i).toList(),
                Database.texts("SELECT ticket_number FROM tickets WHERE tenant_id = ? ORDER BY number", desk.tenant));
    }

    /** Whatever they share on their way to the database. */
    @Test
    void eachOfManyAtOnceIsItsCallersOwn() {
        List<UUID> users = IntStream.range(0, 32)
                .mapToObj(i -> desk.user("User", String.valueOf(i)))
                .toList();

        atOnce(users.size(), users::get, (user, i) -> desk.other(user, Permissions.TICKET_CREATE)
                .header("X-Request-Id", user)
                .body(desk.ticketBody("title", user))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .header("X-Request-Id", user.toString())
                .body("data.title", is(user.toString()))
                .extract()
                .response());

        assertEquals(32, Database.count("""
                SELECT count(DISTINCT t.entered_by) FROM tickets t
                JOIN ticket_activities a ON a.ticket_id = t.id AND a.actor_id = t.entered_by
                WHERE t.tenant_id = ? AND t.entered_by::text = t.title""", desk.tenant));
    }

    /** The counter is taken before the deferred failure, so only the rollback can give the number back. */
    @Test
    void aNumberThatWasTakenIsGivenBackByARollback() {
        desk.ticket();
        Database.execute("ALTER TABLE ticket_activities ADD CONSTRAINT test_ck CHECK (tenant_id <> '" + desk.tenant
                + "') NOT VALID");
        try {
            post(desk.ticketBody(), null).then().statusCode(400);
        } finally {
            Database.execute("ALTER TABLE ticket_activities DROP CONSTRAINT test_ck");
        }

        desk.read(desk.ticket()).body("data.ticket_number", is("TIC1001"));
    }

    @Test
    void theCounterHonoursPrefixStartAndPadding() {
        Database.execute(
                "INSERT INTO next_numbers (tenant_id, entity_type, last_number, initial_value, prefix, padding_length)"
                        + " VALUES (?, 'TICKET', 3, 7, 'T-', 5)",
                desk.tenant);

        desk.read(desk.ticket()).body("data.ticket_number", is("T-00007"));
        desk.read(desk.ticket()).body("data.ticket_number", is("T-00008"));
    }

    /** Among others, with which they may share a transaction, but not with each other. */
    @Test
    void fiftyTwinsMakeOneTicketAndTheSameAnswer() {
        String key = Ids.next().toString();
        Map<String, Object> body = desk.ticketBody("title", "Twin");
        Map<String, Object> another = desk.ticketBody();

        List<Response> answers =
                atOnce(100, i -> i % 2 == 0 ? body : another, (sent, i) -> post(sent, i % 2 == 0 ? key : null));

        List<Response> twins = IntStream.range(0, 50)
                .mapToObj(i -> answers.get(2 * i))
                .filter(answer -> answer.statusCode() != 409)
                .toList();
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(twin -> twin.then().statusCode(409).header("Retry-After", "1"));
        assertEquals(1, twins.stream().map(Response::asString).distinct().count());
        assertEquals(51, Database.count("SELECT count(*) FROM tickets WHERE tenant_id = ?", desk.tenant));
        post(desk.ticketBody("title", "Other"), key)
                .then()
                .statusCode(422)
                .body("error.code", is("IDEMPOTENCY_KEY_REUSED"));
        Desk other = new Desk();
        other.request()
                .header("Idempotency-Key", key)
                .body(other.ticketBody())
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
    }

    @Test
    void noUpdateIsLost() {
        String id = desk.ticket("attributes", Map.of("n", 0));

        atOnce(8, i -> id, (ticket, i) -> {
            Response last = null;
            for (int done = 0; done < 5; ) {
                last = increment(ticket);
                done += last.statusCode() == 200 ? 1 : 0;
                assertTrue(last.statusCode() == 200 || last.statusCode() == 412, last.asString());
            }
            return last;
        });

        desk.read(id).body("data.attributes.n", is(40));
        assertEquals(41, desk.version(id));
        assertEquals(
                0, Database.count("SELECT count(*) FROM tickets WHERE id = ? AND version <> 41", UUID.fromString(id)));
    }

    private Response increment(String ticket) {
        var read = desk.read(ticket).extract();
        int n = read.path("data.attributes.n");
        return desk.request()
                .header("If-Match", read.header("ETag"))
                .body(Map.of("attributes", Map.of("n", n + 1)))
                .put("/api/v1/tickets/" + ticket);
    }

    private Response post(Map<String, Object> body, String key) {
        var request = desk.request().body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/tickets");
    }

    private interface Call<T> {
        Response run(T input, int index) throws Exception;
    }

    private static <T> List<Response> atOnce(int times, java.util.function.IntFunction<T> input, Call<T> call) {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            Stream<Callable<Response>> calls =
                    IntStream.range(0, times).mapToObj(i -> () -> call.run(input.apply(i), i));
            return pool.invokeAll(calls.toList()).stream()
                    .map(TicketRacesTest::get)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Response get(Future<Response> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
