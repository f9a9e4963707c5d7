package io.deskgraph.assets.importing;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Imports whose client waits; so many at a time, so many in the queue, and no more. */
@Singleton
class Imports {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final ImportRunner runner;
    private final Turns turns;
    private final ExecutorService threads;

    Imports(ImportRunner runner, ImportConfig config) {
        this.runner = runner;
        this.turns = new Turns(config.parallel(), config.waiting());
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                config.parallel(),
                config.parallel(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Imports::thread);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** Before anything is held that others need: the transaction that a waiting client keeps open is one of twenty. */
    <T> Uni<T> inTurn(Supplier<Uni<? extends T>> work) {
        return turns.take(work);
    }

    Uni<ImportReport> run(ImportTask task, Upload upload) {
        return onThread(() -> read(task, upload));
    }

    /** Work that may wait for files and the database. */
    <T> Uni<T> onThread(Callable<T> work) {
        return Uni.createFrom().item(() -> call(work)).runSubscriptionOn(threads);
    }

    private ImportReport read(ImportTask task, Upload upload) throws IOException {
        List<RowError> errors = new ArrayList<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(upload.path()))) {
            Totals totals = runner.run(task, file, new Listing(errors));
            if (totals.isAllRefused()) {
                throw Problem.of(ErrorCode.ASSET_LIMIT_REACHED, "Asset limit reached");
            }
            return ImportReport.of(totals, errors);
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "import-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Keeps the errors for the answer. */
    private record Listing(List<RowError> errors) implements Checkpoint {

        @Override
        public Uni<Void> save(Tx tx, Totals totals, List<RowError> found) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public void saved(List<RowError> found) {
            errors.addAll(found);
        }
    }
}
