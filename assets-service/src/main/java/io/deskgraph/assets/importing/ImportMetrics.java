package io.deskgraph.assets.importing;

import io.deskgraph.kit.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts imports and their rows. A dry run counts as what it is: rows that were looked at. */
@Startup
@Singleton
class ImportMetrics {

    private static final String ROWS = "import.rows";
    private static final String RUNS = "import.runs";

    private final AtomicInteger active = new AtomicInteger();
    private final Counter created;
    private final Counter updated;
    private final Counter unchanged;
    private final Counter refused;
    private final Counter wrong;
    private final Counter tried;
    private final Counter finished;
    private final Counter refusedFile;
    private final Counter interrupted;
    private final Counter failed;

    ImportMetrics(MeterRegistry registry) {
        created = registry.counter(ROWS, "outcome", "created");
        updated = registry.counter(ROWS, "outcome", "updated");
        unchanged = registry.counter(ROWS, "outcome", "unchanged");
        refused = registry.counter(ROWS, "outcome", "over_limit");
        wrong = registry.counter(ROWS, "outcome", "error");
        tried = registry.counter(ROWS, "outcome", "dry_run");
        finished = registry.counter(RUNS, "outcome", "finished");
        refusedFile = registry.counter(RUNS, "outcome", "refused");
        interrupted = registry.counter(RUNS, "outcome", "interrupted");
        failed = registry.counter(RUNS, "outcome", "failed");
        registry.gauge("import.active", active);
    }

    void began() {
        active.incrementAndGet();
    }

    /** The file was read to its end, whatever became of its rows. */
    void finished() {
        active.decrementAndGet();
        finished.increment();
    }

    /** A file that is none of ours is the client's mistake; one that is cancelled or handed over is nobody's. */
    void broke(Throwable cause) {
        active.decrementAndGet();
        if (cause instanceof Problem) {
            refusedFile.increment();
        } else if (cause instanceof JobLease.Lost || cause instanceof JobWorker.Stopped) {
            interrupted.increment();
        } else {
            failed.increment();
        }
    }

    void rows(BatchResult batch, boolean dryRun) {
        if (dryRun) {
            tried.increment(batch.records());
            return;
        }
        created.increment(batch.created());
        updated.increment(batch.updated());
        unchanged.increment(batch.unchanged());
        refused.increment(batch.refused());
        long rows = batch.errors().stream().mapToLong(RowError::row).distinct().count();
        wrong.increment(rows - batch.refused());
    }
}
