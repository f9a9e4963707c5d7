package io.deskgraph.assets.importing;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Makes a job of an upload: first the file, piece by piece, then the job, so that none waits whose file is not whole. */
@Singleton
class JobSubmission {

    private static final int PIECE = 1 << 19;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ImportJobs jobs;
    private final Imports imports;
    private final Transactions transactions;
    private final Mutations mutations;
    private final JobWorker worker;

    JobSubmission(ImportJobs jobs, Imports imports, Transactions transactions, Mutations mutations, JobWorker worker) {
        this.jobs = jobs;
        this.imports = imports;
        this.transactions = transactions;
        this.mutations = mutations;
        this.worker = worker;
    }

    Uni<Response> submit(ImportTask task, Upload upload) {
        UUID id = Ids.next();
        return imports.onThread(() -> store(id, task, upload))
                .chain(stored -> mutations.post(
                        Map.of("file", upload.hash()), tx -> jobs.queue(tx, id).map(JobSubmission::accepted)))
                .invoke(worker::wake)
                .eventually(() -> transactions.run(task.tenant(), tx -> jobs.discard(tx, id)));
    }

    private UUID store(UUID id, ImportTask task, Upload upload) throws IOException {
        transactions
                .run(task.tenant(), tx -> jobs.create(tx, id, task, upload))
                .await()
                .atMost(PATIENCE);
        try (InputStream file = Files.newInputStream(upload.path())) {
            int ordinal = 0;
            for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
                add(id, task.tenant(), ordinal++, piece);
            }
        }
        return id;
    }

    private void add(UUID id, UUID tenant, int ordinal, byte[] piece) {
        transactions.run(tenant, tx -> jobs.add(tx, id, ordinal, piece)).await().atMost(PATIENCE);
    }

    private static Answer accepted(ImportJob job) {
        return Answer.of(202, job.summary()).header("Location", "/api/v1/imports/" + job.id());
    }
}
