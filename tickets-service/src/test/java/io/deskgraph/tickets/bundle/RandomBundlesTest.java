package io.deskgraph.tickets.bundle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random steps against the model; then the same by eight clients at once, after which the rules still have to hold. */
@QuarkusTest
class RandomBundlesTest {

    private static final int SEQUENCES = 20;
    private static final int STEPS = 500;
    private static final int AT_ONCE = 4;
    private static final int CLIENTS = 8;
    private static final int STEPS_OF_A_CLIENT = Integer.getInteger("bundle.steps", 200);
    private static final int SHRINKINGS = 40;

    private static final Set<Integer> EXPECTED = Set.of(200, 201, 204, 400, 404, 409);

    /** What a broken sequence has to say. */
    private record Failure(String what, List<Step> until) {}

    @Test
    void tenThousandRandomStepsLeaveWhatTheModelSays() throws Exception {
        long seed = new Random().nextLong();
        List<List<Step>> sequences = sequences(seed, SEQUENCES, STEPS);

        List<@Nullable Failure> failures = together(
                AT_ONCE,
                sequences.stream()
                        .map(sequence -> (Callable<@Nullable Failure>) () -> run(sequence))
                        .toList());

        for (int i = 0; i < failures.size(); i++) {
            if (failures.get(i) != null) {
                fail("seed " + seed + ", sequence " + i + ": " + shrunk(failures.get(i)));
            }
        }
    }

    @Test
    void eightClientsAtOnceBreakNoRule() throws Exception {
        long seed = new Random().nextLong();

        BundleHistory history = atOnce(seed, sequences(seed, CLIENTS, STEPS_OF_A_CLIENT));

        history.whatWasHandedDownIsTheMasters();
    }

    /** Without a bundle that is ever not followed, what each child has is told by its masters alone. */
    @Test
    void eightClientsAtOnceGetNothingPastTheMasters() throws Exception {
        long seed = new Random().nextLong();
        List<List<Step>> sequences = sequences(seed, CLIENTS, STEPS_OF_A_CLIENT).stream()
                .map(steps -> steps.stream().map(Step::following).toList())
                .toList();

        BundleHistory history = atOnce(seed, sequences);

        history.whatWasHandedDownIsTheMasters();
        history.nothingWasDecidedOnChildren();
        history.everyChildGotWhatTheMasterDecided();
    }

    private static BundleHistory atOnce(long seed, List<List<Step>> sequences) throws Exception {
        try (BundleClient client = new BundleClient()) {
            List<Map<Integer, Long>> answers = together(
                    CLIENTS,
                    sequences.stream()
                            .map(steps -> (Callable<Map<Integer, Long>>) () -> steps.stream()
                                    .collect(Collectors.groupingBy(client::take, TreeMap::new, Collectors.counting())))
                            .toList());

            Map<Integer, Long> all = new TreeMap<>();
            answers.forEach(one -> one.forEach((status, count) -> all.merge(status, count, Long::sum)));
            assertTrue(EXPECTED.containsAll(all.keySet()), "seed " + seed + ": " + all);
            assertTrue(all.get(200) > 100, all::toString);
            Invariants.hold(client.tenant());
            BundleHistory history = BundleHistory.complete(client.tenant());
            history.tellsWhatTheTablesHold();
            return history;
        }
    }

    private static @Nullable Failure run(List<Step> steps) {
        BundleModel model = new BundleModel();
        try (BundleClient client = new BundleClient()) {
            for (int i = 0; i < steps.size(); i++) {
                String difference = difference(model, client, steps.get(i));
                if (difference != null) {
                    return new Failure(difference, steps.subList(0, i + 1));
                }
            }
            Invariants.hold(client.tenant());
            return null;
        }
    }

    private static @Nullable String difference(BundleModel model, BundleClient client, Step step) {
        int expected = step.apply(model);
        int answered = client.take(step);
        Map<Integer, String> tickets = new TreeMap<>();
        for (int i = 0; i < BundleModel.TICKETS; i++) {
            tickets.put(i, model.tickets.get(i).toString());
        }
        Map<Integer, String> found = client.ticketsAsTheyAre();
        var bundles = client.bundlesAsTheyAre();
        boolean same = expected == answered && tickets.equals(found) && model.bundles.equals(bundles);
        return same
                ? null
                : step + " is answered " + answered + " and leaves " + found + bundles + " instead of " + expected
                        + " and " + tickets + model.bundles;
    }

    /** Smaller and smaller parts of what was done that fail as well. */
    private static Failure shrunk(Failure failure) {
        Failure smallest = failure;
        int tries = 0;
        for (int size = smallest.until().size() / 2; size > 0 && tries < SHRINKINGS; size /= 2) {
            for (int from = 0; from + size < smallest.until().size() && tries < SHRINKINGS; tries++) {
                List<Step> fewer = new ArrayList<>(smallest.until());
                fewer.subList(from, from + size).clear();
                Failure again = run(fewer);
                if (again == null) {
                    from += size;
                } else {
                    smallest = again;
                }
            }
        }
        return smallest;
    }

    private static List<List<Step>> sequences(long seed, int count, int steps) {
        List<List<Step>> sequences = new ArrayList<>();
        JqwikSession.run(() -> {
            Random random = new Random(seed);
            RandomGenerator<List<Step>> generator =
                    Step.any().list().ofSize(steps).generator(1000);
            for (int i = 0; i < count; i++) {
                sequences.add(List.copyOf(generator.next(random).value()));
            }
        });
        return sequences;
    }

    private static <T extends @Nullable Object> List<T> together(int threads, List<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
