package io.deskgraph.assets.importing;

import io.deskgraph.assets.audit.Author;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as it is stored. */
record ImportJob(
        UUID id,
        String status,
        String fileName,
        ImportOptions options,
        Author author,
        Set<String> roles,
        Totals totals,
        long size,
        long position,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static final String COLUMNS = """
            id, status, file_name, dry_run, create_missing, profile, created_by, actor_name, actor_type, actor_roles,
            request_id, records, created, updated, unchanged, refused, listed, omitted, size, position, failure, created_at,
            started_at, finished_at""";

    static ImportJob of(Row row) {
        return new ImportJob(
                row.getUUID("id"),
                row.getString("status"),
                row.getString("file_name"),
                new ImportOptions(
                        row.getBoolean("dry_run"),
                        row.getBoolean("create_missing"),
                        true,
                        row.getString("profile").equals("exact")),
                new Author(
                        row.getUUID("created_by"),
                        row.getString("actor_name"),
                        row.getString("actor_type"),
                        row.getString("request_id")),
                Set.of(row.getArrayOfStrings("actor_roles")),
                totals(row),
                row.getLong("size"),
                row.getLong("position"),
                row.getString("failure"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")));
    }

    ImportJobView summary() {
        return view(null);
    }

    ImportJobView with(List<RowError> errors) {
        return view(ImportReport.of(totals, errors));
    }

    private ImportJobView view(@Nullable ImportReport report) {
        return new ImportJobView(
                id,
                status,
                fileName,
                options.dryRun(),
                options.createMissing(),
                options.profile(),
                new ImportJobView.Progress(
                        totals.records(),
                        percent(),
                        totals.created(),
                        totals.updated(),
                        totals.unchanged(),
                        totals.listed() + totals.omitted()),
                failure,
                createdAt,
                startedAt,
                finishedAt,
                report);
    }

    private int percent() {
        if (status.equals("done")) {
            return 100;
        }
        return size == 0 ? 0 : (int) Math.min(99, 100 * position / size);
    }

    private static Totals totals(Row row) {
        return new Totals(
                row.getLong("records"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                row.getLong("listed"),
                row.getLong("omitted"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
