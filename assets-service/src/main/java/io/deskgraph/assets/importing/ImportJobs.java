package io.deskgraph.assets.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of jobs with their files and errors, as clients use it. */
@Singleton
class ImportJobs {

    private static final String CREATE = """
            INSERT INTO import_jobs (tenant_id, id, status, file_name, dry_run, create_missing, profile, size,
                                     created_at, created_by, actor_type, actor_name, request_id, actor_roles)
            VALUES ($1, $2, 'uploading', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)""";

    private static final String ADD =
            "INSERT INTO import_chunks (tenant_id, job_id, ordinal, bytes) VALUES ($1, $2, $3, $4)";

    private static final String QUEUE = """
            UPDATE import_jobs SET status = 'queued' WHERE tenant_id = $1 AND id = $2 AND status = 'uploading'
            RETURNING\s""" + ImportJob.COLUMNS;

    private static final String DISCARD =
            "DELETE FROM import_jobs WHERE tenant_id = $1 AND id = $2 AND status = 'uploading'";

    private static final String FIND = "SELECT " + ImportJob.COLUMNS
            + " FROM import_jobs WHERE tenant_id = $1 AND id = $2 AND status <> 'uploading'";

    private static final String ERRORS =
            "SELECT errors::text AS errors FROM import_errors WHERE tenant_id = $1 AND job_id = $2 ORDER BY records";

    private static final String LIST = "SELECT " + ImportJob.COLUMNS
            + " FROM import_jobs WHERE tenant_id = $1 AND status <> 'uploading'"
            + " ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3";

    private static final String COUNT =
            "SELECT count(*) AS total FROM import_jobs WHERE tenant_id = $1 AND status <> 'uploading'";

    private static final String CANCEL = """
            UPDATE import_jobs SET status = 'cancelled', finished_at = $3, lease_owner = NULL, lease_until = NULL
            WHERE tenant_id = $1 AND id = $2 AND status IN ('queued', 'running')""";

    private static final String DROP_FILE = "DELETE FROM import_chunks WHERE tenant_id = $1 AND job_id = $2";

    private static final TypeReference<List<RowError>> ROW_ERRORS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Clock clock;

    ImportJobs(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> create(Tx tx, UUID id, ImportTask task, Upload upload) {
        ImportOptions options = task.options();
        return tx.sql(
                        CREATE,
                        tx.tenant(),
                        id,
                        upload.name(),
                        options.dryRun(),
                        options.createMissing(),
                        options.profile(),
                        upload.size(),
                        now(),
                        task.author().userId(),
                        task.author().actorType(),
                        task.author().name(),
                        task.author().requestId(),
                        task.roles().toArray(String[]::new))
                .replaceWithVoid();
    }

    Uni<Void> add(Tx tx, UUID id, int ordinal, byte[] bytes) {
        return tx.sql(ADD, tx.tenant(), id, ordinal, Buffer.buffer(bytes)).replaceWithVoid();
    }

    Uni<ImportJob> queue(Tx tx, UUID id) {
        return tx.sql(QUEUE, tx.tenant(), id)
                .map(queued -> ImportJob.of(queued.iterator().next()));
    }

    /** A file that nobody will import after all. */
    Uni<Void> discard(Tx tx, UUID id) {
        return tx.sql(DISCARD, tx.tenant(), id).replaceWithVoid();
    }

    Uni<@Nullable ImportJob> find(Tx tx, UUID id) {
        return tx.sql(FIND, tx.tenant(), id)
                .map(found -> found.rowCount() == 0
                        ? null
                        : ImportJob.of(found.iterator().next()));
    }

    Uni<List<RowError>> errors(Tx tx, UUID id) {
        return tx.sql(ERRORS, tx.tenant(), id).map(this::errors);
    }

    Uni<List<ImportJob>> list(Tx tx, int limit, long offset) {
        return tx.sql(LIST, tx.tenant(), (long) limit, offset)
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(ImportJob::of)
                        .toList());
    }

    Uni<Long> count(Tx tx) {
        return tx.sql(COUNT, tx.tenant()).map(found -> found.iterator().next().getLong("total"));
    }

    /** False when there is nothing left to cancel. */
    Uni<Boolean> cancel(Tx tx, UUID id) {
        return tx.sql(CANCEL, tx.tenant(), id, now())
                .map(cancelled -> cancelled.rowCount() > 0)
                .call(() -> tx.sql(DROP_FILE, tx.tenant(), id));
    }

    private List<RowError> errors(Iterable<Row> batches) {
        List<RowError> errors = new ArrayList<>();
        for (Row batch : batches) {
            try {
                errors.addAll(json.readValue(batch.getString("errors"), ROW_ERRORS));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Stored errors cannot be read", e);
            }
        }
        return errors;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
