package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writers who have read the same version: one of them writes, whatever the route. */
@QuarkusTest
class TicketConditionsTest {

    private static final int WRITERS = 16;
    private static final int COUNTERS = 6;
    private static final int ROUNDS = 4;

    private final ExecutorService clients = Executors.newFixedThreadPool(WRITERS);
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @AfterEach
    void close() {
        clients.shutdownNow();
    }

    static Stream<Arguments> routes() {
        return Stream.of("PUT", "PATCH")
                .flatMap(method -> Stream.of(
                        arguments(method, "", "priority_id"),
                        arguments(method, "/status", "status_id"),
                        arguments(method, "/assignment", "assigned_to")));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void ofSixteenWithTheSameTagOneWritesAndTheOthersAreTold(String method, String path, String field)
            throws Exception {
        String id = desk.ticket();
        String tag = desk.read(id).extract().header("ETag");
        String wanted = wanted(field);

        List<Response> answers = atOnce(WRITERS, () -> send(method, id, path, tag, Map.of(field, wanted)));

        assertEquals(1, withStatus(answers, 200));
        assertEquals(WRITERS - 1, withStatus(answers, 412));
        assertEquals(2, desk.version(id));
        desk.read(id).body("data." + field, is(wanted));
    }

    /** The same wish without a condition: the first one changes the ticket, for the others there is nothing to change. */
    @ParameterizedTest
    @MethodSource("routes")
    void sixteenWhoWantTheSameChangeItOnce(String method, String path, String field) throws Exception {
        String id = desk.ticket();
        String wanted = wanted(field);

        List<Response> answers = atOnce(WRITERS, () -> send(method, id, path, null, Map.of(field, wanted)));

        assertEquals(WRITERS, withStatus(answers, 200));
        assertEquals(
                1,
                answers.stream().map(answer -> answer.header("ETag")).distinct().count());
        assertEquals(2, desk.version(id));
    }

    @Test
    void everyPatchOfWhoReadsAgainCountsOnce() throws Exception {
        String id = desk.ticket("attributes", Map.of("n", 0, "kept", "as it is"));

        atOnce(COUNTERS, () -> countUp(id));

        desk.read(id).body("data.attributes.n", is(COUNTERS * ROUNDS)).body("data.attributes.kept", is("as it is"));
        assertEquals(COUNTERS * ROUNDS + 1, desk.version(id));
    }

    private Response countUp(String ticket) {
        Response last = null;
        for (int done = 0; done < ROUNDS; done += last.statusCode() == 200 ? 1 : 0) {
            last = increment(ticket);
            assertTrue(last.statusCode() == 200 || last.statusCode() == 412, last.asString());
        }
        return last;
    }

    private Response increment(String ticket) {
        var read = desk.read(ticket).extract();
        int n = read.path("data.attributes.n");
        return send("PATCH", ticket, "", read.header("ETag"), Map.of("attributes", Map.of("n", n + 1)));
    }

    private String wanted(String field) {
        return switch (field) {
            case "status_id" -> desk.closed;
            case "assigned_to" -> desk.user.toString();
            default -> desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id");
        };
    }

    private Response send(String method, String ticket, String path, String tag, Map<String, ?> body) {
        var request = desk.request().body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .request(method, "/api/v1/tickets/" + ticket + path);
    }

    private List<Response> atOnce(int times, Callable<Response> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Future<Response>> running = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            running.add(clients.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> answer : running) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static long withStatus(List<Response> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }
}
