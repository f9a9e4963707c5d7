package io.deskgraph.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers at one moment. */
public final class Parallel {

    private Parallel() {}

    /** What each of them got. */
    public static <T> List<T> times(int callers, IntFunction<T> call) {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<T>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                calls.add(pool.submit(() -> call.apply(caller)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> pending : calls) {
                results.add(pending.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
