package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.AtOnce;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeptAnswersRaceTest {

    private static final int ROUNDS = 40;
    private static final int READERS = 4;
    private static final String ADDRESS = "https://example.org/";

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    /** One value that only ever grows: up to where its writer knows it to be written. */
    private static final class Growing {
        private final AtomicInteger written = new AtomicInteger();
        private final IntConsumer write;

        Growing(IntConsumer write) {
            this.write = write;
        }

        Void grow() {
            for (int i = 1; i <= ROUNDS; i++) {
                write.accept(i);
                written.set(i);
            }
            return null;
        }
    }

    /** Writing past the service is what another replica does. */
    @Test
    void nobodyReadsWhatIsOlderThanWhatWasWrittenBefore() {
        String ticket = desk.ticket("title", "0", "url", ADDRESS + "0");
        desk.request().body(Map.of("client_name", "0")).put("/api/v1/clients/" + desk.client);
        Growing title = new Growing(i -> desk.put(ticket, "title", "" + i).statusCode(200));
        Growing url = new Growing(i -> Database.execute(
                "UPDATE tickets SET url = ?, version = version + 1 WHERE id = ?",
                ADDRESS + i,
                UUID.fromString(ticket)));
        Growing client = new Growing(i -> Database.execute(
                "UPDATE clients SET client_name = ? WHERE id = ?", "" + i, UUID.fromString(desk.client)));
        Callable<Void> reader = () -> follow(ticket, title, url, client);
        List<Callable<Void>> everybody = new ArrayList<>(List.of(title::grow, url::grow, client::grow));
        IntStream.range(0, READERS).forEach(i -> everybody.add(reader));
        AtomicInteger next = new AtomicInteger();

        AtOnce.times(
                everybody.size(), () -> everybody.get(next.getAndIncrement()).call());

        assertEquals(ROUNDS, Integer.parseInt(desk.read(ticket).extract().path("data.title")));
    }

    /** Each of them locks other rows, in another order, and most of them meet at the tenant's stamp. */
    @Test
    void whoeverChangesWhatIsShownWaitsForNobodyInACircle() {
        String master = desk.ticket();
        String child = desk.ticket();
        List<IntFunction<Response>> steps =
                List.of(this::renameTheClient, this::newTags, this::newLocation, i -> bundle(i, master, child));
        AtomicInteger next = new AtomicInteger();

        List<Set<Integer>> answers = AtOnce.times(8, () -> {
            IntFunction<Response> step = steps.get(next.getAndIncrement() % steps.size());
            return statuses(step);
        });

        Set<Integer> all = new TreeSet<>();
        answers.forEach(all::addAll);
        all.removeAll(Set.of(200, 201, 400, 409));
        assertEquals(Set.of(), all);
    }

    @Test
    void whoHasChangedSomethingHoldsUpNobodyBeforeItsCommit() throws SQLException {
        String another = desk.create("/api/v1/clients", Map.of("client_name", "Another"), "client_id");
        try (Connection owner = Database.connect("owner");
                Statement rename = owner.createStatement()) {
            owner.setAutoCommit(false);
            rename.execute("UPDATE clients SET client_name = 'Mine' WHERE id = '" + another + "'");

            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> renameTheClient(1));

            assertEquals(200, answer.orTimeout(20, TimeUnit.SECONDS).join().statusCode());
            owner.rollback();
        }
    }

    private static Set<Integer> statuses(IntFunction<Response> step) {
        Set<Integer> statuses = new TreeSet<>();
        IntStream.range(0, 15).forEach(i -> statuses.add(step.apply(i).statusCode()));
        return statuses;
    }

    private Response renameTheClient(int i) {
        return desk.request().body(Map.of("client_name", "Client " + i)).put("/api/v1/clients/" + desk.client);
    }

    private Response newTags(int i) {
        List<String> tags = new ArrayList<>(List.of("a" + i, "b" + i, "c" + i));
        Collections.shuffle(tags);
        return desk.request().body(desk.ticketBody("tags", tags)).post("/api/v1/tickets");
    }

    private Response newLocation(int i) {
        return desk.request()
                .body(Map.of("location_name", "Place " + i, "is_default", i == 7))
                .post("/api/v1/clients/" + desk.client + "/locations");
    }

    /** Made in one round and dissolved in the next; the other bundler may have been first. */
    private Response bundle(int i, String master, String child) {
        String path = "/api/v1/tickets/" + master + "/bundle";
        return i % 2 == 0
                ? desk.request()
                        .body(Map.of("child_ticket_ids", List.of(child)))
                        .post(path)
                : desk.request().delete(path);
    }

    private Void follow(String ticket, Growing title, Growing url, Growing client) {
        while (title.written.get() < ROUNDS || url.written.get() < ROUNDS || client.written.get() < ROUNDS) {
            int titleFrom = title.written.get();
            int urlFrom = url.written.get();
            int clientFrom = client.written.get();
            var answer = desk.read(ticket).extract();
            assertTrue(number(answer.path("data.title")) >= titleFrom, "an older title");
            assertTrue(
                    number(answer.<String>path("data.url").substring(ADDRESS.length())) >= urlFrom, "an older address");
            assertTrue(number(answer.path("data.client_name")) >= clientFrom, "an older client");
        }
        return null;
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
