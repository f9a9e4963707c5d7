package io.deskgraph.tickets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them got. */
    public static <T> List<T> times(int clients, Callable<T> call) {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> pending : pool.invokeAll(Collections.nCopies(clients, call))) {
                results.add(pending.get());
            }
            return results;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        } finally {
            pool.shutdownNow();
        }
    }
}
