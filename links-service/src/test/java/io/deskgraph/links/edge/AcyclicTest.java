package io.deskgraph.links.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.links.desk.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Eight clients add random parentChild edges at once; {@code -Ddeskgraph.test.acyclic-seconds=30} makes it longer. Edges
 * are never taken away, so that what was refused at some moment still closes a loop or doubles an edge in the end.
 */
@QuarkusTest
class AcyclicTest {

    private static final Logger LOG = Logger.getLogger(AcyclicTest.class);
    private static final int CLIENTS = 8;
    private static final int SECONDS = Integer.getInteger("deskgraph.test.acyclic-seconds", 5);

    /** Few enough for loops to be tried, enough for the graph not to be full long before the end. */
    private static final int ASSETS = 4 + 2 * SECONDS;

    private static final int ATTEMPTS = 10 * ASSETS;

    private final Graph graph = new Graph();
    private final Queue<Attempt> attempts = new LinkedBlockingQueue<>();

    private record Attempt(String from, String to, int status, String message) {}

    @Test
    void whatIsMadeIsAcyclicAndWhatIsRefusedWouldNotBe() {
        // Given
        IntStream.range(0, ASSETS).forEach(i -> graph.asset("n" + i));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

        // When
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<CompletableFuture<Void>> work = IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> add(new Random(i), end), clients))
                .toList();
        work.forEach(CompletableFuture::join);
        clients.shutdown();

        // Then
        Map<String, Set<String>> edges = new HashMap<>();
        List<Attempt> refused = new ArrayList<>();
        for (Attempt attempt : attempts) {
            if (attempt.status() == 200) {
                edges.computeIfAbsent(attempt.from(), from -> new HashSet<>()).add(attempt.to());
            } else {
                assertEquals(400, attempt.status(), attempt.toString());
                refused.add(attempt);
            }
        }
        int made = attempts.size() - refused.size();
        assertEquals(made, graph.edges());
        LOG.infof("%d edges made, %d refused", made, refused.size());
        assertTrue(made >= ASSETS && refused.size() >= ASSETS, made + " made, " + refused.size() + " refused");
        edges.forEach(
                (from, to) -> to.forEach(next -> assertFalse(reaches(edges, next, from), from + " is in a loop")));
        for (Attempt attempt : refused) {
            assertTrue(isJust(edges, attempt), attempt.toString());
        }
    }

    private void add(Random random, long end) {
        while (System.nanoTime() < end || attempts.size() < ATTEMPTS) {
            String from = "n" + random.nextInt(ASSETS);
            String to = "n" + random.nextInt(ASSETS);
            if (!from.equals(to)) {
                Response answer = graph.link(from, to, "parentChild", null);
                attempts.add(new Attempt(
                        from, to, answer.statusCode(), answer.jsonPath().getString("message")));
            }
        }
    }

    private static boolean isJust(Map<String, Set<String>> edges, Attempt attempt) {
        boolean same = edges.getOrDefault(attempt.from(), Set.of()).contains(attempt.to());
        boolean reversed = edges.getOrDefault(attempt.to(), Set.of()).contains(attempt.from());
        return attempt.message().endsWith("create a cycle")
                ? reaches(edges, attempt.to(), attempt.from())
                : same || reversed;
    }

    private static boolean reaches(Map<String, Set<String>> edges, String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            String here = open.pop();
            if (here.equals(to)) {
                return true;
            }
            if (seen.add(here)) {
                open.addAll(edges.getOrDefault(here, Set.of()));
            }
        }
        return false;
    }
}
