package io.deskgraph.assets.importing;

import io.deskgraph.assets.importing.JobQueue.Waiting;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Works on one job after the other, on a thread of its own; goes on where a process that died has stopped. */
@Singleton
class JobWorker implements Runnable {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JobQueue queue;
    private final JobLease lease;
    private final ImportJobs jobs;
    private final ImportRunner runner;
    private final Transactions transactions;
    private final ImportConfig config;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this, "import-jobs");
    private volatile boolean running = true;

    JobWorker(
            JobQueue queue,
            JobLease lease,
            ImportJobs jobs,
            ImportRunner runner,
            Transactions transactions,
            ImportConfig config) {
        this.queue = queue;
        this.lease = lease;
        this.jobs = jobs;
        this.runner = runner;
        this.transactions = transactions;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.jobs()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The batch at hand is finished; the next process goes on behind it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    /** There is something to do. */
    void wake() {
        work.release();
    }

    @Override
    public void run() {
        while (running) {
            try {
                Optional<Waiting> next = queue.next();
                if (next.isPresent()) {
                    take(next.get());
                } else {
                    rest();
                }
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf("Import jobs pause: %s", failure.getMessage());
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (work.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void take(Waiting waiting) {
        if (waiting.abandoned()) {
            await(waiting.tenant(), tx -> jobs.discard(tx, waiting.id()));
            return;
        }
        @Nullable ImportJob job = await(waiting.tenant(), tx -> lease.claim(tx, waiting.id()));
        if (job != null) {
            work(waiting.tenant(), job);
        }
    }

    private void work(UUID tenant, ImportJob job) {
        Totals done = job.options().dryRun() ? Totals.NONE : job.totals();
        ImportTask task = new ImportTask(tenant, job.author(), job.roles(), job.options(), done);
        try (ChunkStream file = new ChunkStream(transactions, tenant, job.id())) {
            Totals totals = runner.run(task, file, new Progress(job.id(), file));
            finish(tenant, job.id(), totals.isAllRefused() ? "Asset limit reached" : null);
        } catch (JobLease.Lost lost) {
            LOG.debugf("Import %s was cancelled or taken over", job.id());
        } catch (Stopped stopped) {
            await(tenant, tx -> lease.release(tx, job.id()));
        } catch (Problem refused) {
            finish(tenant, job.id(), refused.text());
        } catch (IOException | RuntimeException failure) {
            LOG.errorf(failure, "Import %s failed", job.id());
            finish(tenant, job.id(), "An unexpected error occurred");
        }
    }

    private void finish(UUID tenant, UUID id, @Nullable String failure) {
        try {
            await(tenant, tx -> lease.finish(tx, id, failure));
        } catch (JobLease.Lost lost) {
            LOG.debugf("Import %s ended in another way", id);
        }
    }

    private <T> T await(UUID tenant, Function<Tx, Uni<T>> write) {
        return transactions.run(tenant, write).await().atMost(PATIENCE);
    }

    /** Keeps progress and errors with the batch they belong to. */
    private final class Progress implements Checkpoint {

        private final UUID job;
        private final ChunkStream file;

        Progress(UUID job, ChunkStream file) {
            this.job = job;
            this.file = file;
        }

        @Override
        public Uni<Void> save(Tx tx, Totals totals, List<RowError> errors) {
            return lease.progress(tx, job, totals, file.taken(), errors);
        }

        @Override
        public void saved(List<RowError> errors) {
            if (!running) {
                throw new Stopped();
            }
        }
    }

    /** This process ends. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The process ends", null, false, false);
        }
    }
}
