package io.deskgraph.tickets.bundle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Requests that meet at the same tickets: the database lets one through after the other, and the loser is told. */
@QuarkusTest
class BundleRacesTest {

    private final ExecutorService clients = Executors.newFixedThreadPool(16);
    private BundleDesk bundles;
    private Desk desk;

    @BeforeEach
    void open() {
        bundles = new BundleDesk();
        desk = bundles.desk;
    }

    @AfterEach
    void close() {
        clients.shutdownNow();
    }

    @Test
    void ofSixteenWhoWantTheSameChildOneGetsIt() throws Exception {
        String child = desk.ticket();
        List<String> masters =
                IntStream.range(0, 16).mapToObj(i -> desk.ticket()).toList();
        List<Callable<Integer>> calls = new ArrayList<>();
        masters.forEach(master -> calls.add(() -> bundle(master, child)));

        List<Integer> statuses = atOnce(calls);

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(15, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        sound();
    }

    /** A twin that is in flight is told to come again; one that comes later gets the same answer. */
    @Test
    void sixteenTwinsOfARequestBundleOnce() throws Exception {
        String master = desk.ticket();
        String child = desk.ticket();
        String key = Ids.next().toString();

        List<Integer> statuses = atOnce(Collections.nCopies(16, () -> desk.request()
                .header("Idempotency-Key", key)
                .body(Map.of("child_ticket_ids", List.of(child)))
                .post("/api/v1/tickets/" + master + "/bundle")
                .statusCode()));

        assertTrue(statuses.contains(201), statuses::toString);
        assertTrue(List.of(201, 409).containsAll(statuses), statuses::toString);
        assertEquals(2, desk.version(child));
        sound();
    }

    @RepeatedTest(5)
    void twoWhoWantEachOtherGetOneBundle() throws Exception {
        String one = desk.ticket();
        String other = desk.ticket();

        List<Integer> statuses = atOnce(List.of(() -> bundle(one, other), () -> bundle(other, one)));

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertTrue(statuses.stream().allMatch(status -> List.of(201, 400, 409).contains(status)), statuses::toString);
        sound();
    }

    @RepeatedTest(5)
    void promotedOrRemovedButNotBoth() throws Exception {
        String master = desk.ticket();
        String child = desk.ticket();
        String sibling = desk.ticket();
        bundles.bundled(master, List.of(child, sibling));

        List<Integer> statuses = atOnce(List.of(
                () -> bundles.promote(master, child).extract().statusCode(),
                () -> bundles.remove(master, child).extract().statusCode()));

        boolean promoted = statuses.get(0) == 200;
        assertTrue(promoted != (statuses.get(1) == 200), statuses::toString);
        bundles.read(sibling).body("data.master_ticket_id", is(promoted ? child : master));
        bundles.read(child).body("data.role", is(promoted ? "master" : "standalone"));
        sound();
    }

    /** Whichever comes first: who is in when the master closes is closed; who comes later needs to be let in. */
    @RepeatedTest(5)
    void whoJoinsBeforeTheCloseIsClosedAndWhoComesLaterIsRefused() throws Exception {
        String master = desk.ticket();
        String late = desk.ticket();
        bundles.bundled(master, List.of(desk.ticket()));

        List<Integer> statuses = atOnce(List.of(
                () -> desk.put(master, "status_id", desk.closed).extract().statusCode(),
                () -> bundles.add(master, late).extract().statusCode()));

        assertEquals(200, statuses.get(0));
        boolean joined = statuses.get(1) == 200;
        assertTrue(joined || statuses.get(1) == 409, statuses::toString);
        desk.read(late)
                .body("data.is_closed", is(joined))
                .body("data.bundle_role", is(joined ? "child" : "standalone"));
        sound();
    }

    @RepeatedTest(5)
    void aDeletedMasterTakesNobodyIn() throws Exception {
        String master = desk.ticket();
        String child = desk.ticket();

        List<Integer> statuses =
                atOnce(List.of(() -> bundles.delete(master, "").extract().statusCode(), () -> bundle(master, child)));

        assertTrue(List.of(List.of(204, 404), List.of(409, 201)).contains(statuses), statuses::toString);
        sound();
    }

    /** Whom the deleted ones belong to changes while they wait for it. */
    @RepeatedTest(5)
    void childrenAreDeletedWhileTheirSiblingIsPromoted() throws Exception {
        String master = desk.ticket();
        String next = desk.ticket();
        String first = desk.ticket();
        String second = desk.ticket();
        bundles.bundled(master, List.of(next, first, second));

        List<Integer> statuses = atOnce(List.of(
                () -> bundles.delete(first, "").extract().statusCode(),
                () -> bundles.promote(master, next).extract().statusCode(),
                () -> bundles.delete(second, "").extract().statusCode()));

        assertEquals(List.of(204, 200, 204), statuses);
        bundles.read(next).body("data.role", is("master")).body("data.children.ticket_id", contains(master));
        sound();
    }

    @Test
    void theLastTwoChildrenLeaveAtOnceAndTheBundleIsGone() throws Exception {
        String master = desk.ticket();
        List<String> children =
                IntStream.range(0, 8).mapToObj(i -> desk.ticket()).toList();
        bundles.bundled(master, children);
        List<Callable<Integer>> calls = new ArrayList<>();
        children.forEach(
                child -> calls.add(() -> bundles.remove(master, child).extract().path("data.remainingChildren")));

        List<Integer> left = atOnce(calls);

        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), left.stream().sorted().toList());
        bundles.read(master).body("data.role", is("standalone"));
        sound();
    }

    private int bundle(String master, String child) {
        return bundles.bundle(master, "child_ticket_ids", List.of(child))
                .extract()
                .statusCode();
    }

    private void sound() {
        Invariants.hold(desk.tenant);
        assertEquals(0, Database.count("SELECT count(*) FROM ticket_bundle_mirrors WHERE tenant_id = ?", desk.tenant));
    }

    private List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Future<Integer>> running = new ArrayList<>();
        for (Callable<Integer> call : calls) {
            running.add(clients.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        List<Integer> results = new ArrayList<>();
        for (Future<Integer> result : running) {
            results.add(result.get());
        }
        return results;
    }
}
