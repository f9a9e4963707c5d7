package io.deskgraph.standalone.demo;

import io.deskgraph.standalone.suite.LaunchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** A few threads that work a list off. */
public final class Crew implements AutoCloseable {
    private static final int SIZE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);

    /** Results in the list's order; the consumer hears how many are done. The first failure ends it. */
    public <T, R> List<R> map(List<T> work, Function<T, R> job, IntConsumer progress) {
        List<Future<R>> futures =
                work.stream().map(item -> threads.submit(() -> job.apply(item))).toList();
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            results.add(result(future));
            progress.accept(results.size());
        }
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchException known ? known : new LaunchException("Demo data: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while creating demo data", e);
        }
    }

    @Override
    public void close() {
        List<Runnable> unused = threads.shutdownNow();
    }
}
