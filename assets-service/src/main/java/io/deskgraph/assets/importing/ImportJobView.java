package io.deskgraph.assets.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API shows it.
 *
 * @param failure why it failed; null unless it did
 * @param report what became of the rows so far; absent in lists
 */
record ImportJobView(
        UUID importId,

        @Schema(enumeration = {"queued", "running", "done", "failed", "cancelled"})
        String status,

        String fileName,
        boolean dryRun,
        boolean createMissing,
        String profile,
        Progress progress,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @JsonInclude(Include.NON_NULL) @Nullable ImportReport report) {

    /**
     * How far it has come.
     *
     * @param rows records read
     * @param percent of the file's bytes
     */
    record Progress(long rows, int percent, long created, long updated, long unchanged, long errors) {}
}
