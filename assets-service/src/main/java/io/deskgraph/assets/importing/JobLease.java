package io.deskgraph.assets.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The claim of this process on a job. Every write of a job's worker goes through it: one that has lost the claim, be it to
 * another process or to a cancellation, cannot store anything any more.
 */
@Singleton
class JobLease {

    private static final String CLAIM = """
            UPDATE import_jobs
            SET status = 'running', lease_owner = $3, lease_until = clock_timestamp() + $4::bigint * interval '1 ms',
                started_at = coalesce(started_at, clock_timestamp())
            WHERE tenant_id = $1 AND id = $2
              AND (status = 'queued' OR status = 'running' AND lease_until < clock_timestamp())
            RETURNING\s""" + ImportJob.COLUMNS;

    private static final String RESTART = """
            UPDATE import_jobs SET records = 0, created = 0, updated = 0, unchanged = 0, refused = 0, listed = 0, omitted = 0
            WHERE tenant_id = $1 AND id = $2""";

    private static final String FORGET_ERRORS = "DELETE FROM import_errors WHERE tenant_id = $1 AND job_id = $2";

    private static final String PROGRESS = """
            UPDATE import_jobs
            SET records = $4, created = $5, updated = $6, unchanged = $7, refused = $8, listed = $9, omitted = $10,
                position = $11, lease_until = clock_timestamp() + $12::bigint * interval '1 ms'
            WHERE tenant_id = $1 AND id = $2 AND lease_owner = $3 AND status = 'running'""";

    private static final String ERRORS = """
            INSERT INTO import_errors (tenant_id, job_id, records, errors) VALUES ($1, $2, $3, $4::text::jsonb)""";

    private static final String FINISH = """
            UPDATE import_jobs
            SET status = $4, failure = $5, finished_at = clock_timestamp(), lease_owner = NULL, lease_until = NULL
            WHERE tenant_id = $1 AND id = $2 AND lease_owner = $3 AND status = 'running'""";

    private static final String RELEASE = """
            UPDATE import_jobs SET status = 'queued', lease_owner = NULL, lease_until = NULL
            WHERE tenant_id = $1 AND id = $2 AND lease_owner = $3 AND status = 'running'""";

    private static final String DROP_FILE = "DELETE FROM import_chunks WHERE tenant_id = $1 AND job_id = $2";

    private final UUID me = Ids.next();
    private final ObjectMapper json;
    private final long leaseMillis;

    JobLease(ObjectMapper json, ImportConfig config) {
        this.json = json;
        this.leaseMillis = config.lease().toMillis();
    }

    /** The job, which is now this process's; null when another was faster. A trial run has no progress worth keeping. */
    Uni<@Nullable ImportJob> claim(Tx tx, UUID id) {
        return tx.sql(CLAIM, tx.tenant(), id, me, leaseMillis)
                .map(JobLease::single)
                .call(job -> job != null && job.options().dryRun()
                        ? restart(tx, id)
                        : Uni.createFrom().voidItem());
    }

    Uni<Void> progress(Tx tx, UUID id, Totals totals, long position, List<RowError> errors) {
        return require(tx.sql(
                        PROGRESS,
                        tx.tenant(),
                        id,
                        me,
                        totals.records(),
                        totals.created(),
                        totals.updated(),
                        totals.unchanged(),
                        totals.refused(),
                        totals.listed(),
                        totals.omitted(),
                        position,
                        leaseMillis))
                .chain(() -> errors.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.sql(ERRORS, tx.tenant(), id, totals.records(), text(errors))
                                .replaceWithVoid());
    }

    /** @param failure null when it went well */
    Uni<Void> finish(Tx tx, UUID id, @Nullable String failure) {
        return require(tx.sql(FINISH, tx.tenant(), id, me, failure == null ? "done" : "failed", failure))
                .chain(() -> tx.sql(DROP_FILE, tx.tenant(), id))
                .replaceWithVoid();
    }

    /** For another process, or for this one another time. */
    Uni<Void> release(Tx tx, UUID id) {
        return tx.sql(RELEASE, tx.tenant(), id, me).replaceWithVoid();
    }

    private static Uni<Void> restart(Tx tx, UUID id) {
        return tx.sql(RESTART, tx.tenant(), id)
                .chain(() -> tx.sql(FORGET_ERRORS, tx.tenant(), id))
                .replaceWithVoid();
    }

    private static Uni<Void> require(Uni<RowSet<Row>> update) {
        return update.invoke(updated -> {
                    if (updated.rowCount() == 0) {
                        throw new Lost();
                    }
                })
                .replaceWithVoid();
    }

    private static @Nullable ImportJob single(RowSet<Row> claimed) {
        return claimed.rowCount() == 0 ? null : ImportJob.of(claimed.iterator().next());
    }

    private String text(List<RowError> errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Errors cannot be written", e);
        }
    }

    /** The job was cancelled, or is another process's by now. */
    static final class Lost extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Lost() {
            super("The job is not this process's any more", null, false, false);
        }
    }
}
