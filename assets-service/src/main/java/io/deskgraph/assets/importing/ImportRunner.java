package io.deskgraph.assets.importing;

import io.deskgraph.assets.audit.Author;
import io.deskgraph.assets.csv.CsvReader;
import io.deskgraph.assets.csv.CsvRecord;
import io.deskgraph.assets.csv.StrictReader;
import io.deskgraph.kit.data.Retries;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.policy.Policies;
import io.deskgraph.kit.request.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Reads a file from its first record to its last, a batch at a time, and waits for each to be written. */
@Singleton
class ImportRunner {

    /** A limit that keeps the memory of tags bounded. */
    static final long MOST_ROWS = 1_000_000;

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int ATTEMPTS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Twins, look-ups that went away, deadlocks, serialisation: planned anew the batch will pass. */
    private static final Set<String> RACES = Set.of("23505", Retries.LOST_REFERENCE, "40001", Retries.DEADLOCK);

    private final Transactions transactions;
    private final FieldDefinitions definitions;
    private final Policies policies;
    private final BatchImport batches;
    private final ImportConfig config;
    private final ImportMetrics metrics;

    ImportRunner(
            Transactions transactions,
            FieldDefinitions definitions,
            Policies policies,
            BatchImport batches,
            ImportConfig config,
            ImportMetrics metrics) {
        this.transactions = transactions;
        this.definitions = definitions;
        this.policies = policies;
        this.batches = batches;
        this.config = config;
        this.metrics = metrics;
    }

    Totals run(ImportTask task, InputStream file, Checkpoint checkpoint) throws IOException {
        metrics.began();
        try {
            Totals totals = read(task, file, checkpoint);
            metrics.finished();
            return totals;
        } catch (IOException | RuntimeException failure) {
            metrics.broke(failure);
            throw failure;
        }
    }

    private Totals read(ImportTask task, InputStream file, Checkpoint checkpoint) throws IOException {
        List<FieldDefinition> fields = await(task, definitions::all);
        CsvReader records = new CsvReader(StrictReader.of(file));
        FileHeader header = FileHeader.of(records.next(), fields);
        return new Run(task, fields, new RowReader(header, task.options().exact()), checkpoint).all(records);
    }

    private <T> T await(ImportTask task, Function<Tx, Uni<T>> work) {
        return transactions.run(task.tenant(), work).await().atMost(PATIENCE);
    }

    /** As they are when a batch begins: a constraint made while a long file is read holds for the rest of it. */
    private RowRights rights(ImportTask task) {
        Author author = task.author();
        Caller caller = new Caller(
                task.tenant(), "", author.userId(), author.name(), author.actorType(), Set.of(), task.roles(), false);
        return policies.of(caller).map(RowRights::of).await().atMost(PATIENCE);
    }

    /** One pass over one file. */
    private final class Run {

        private final ImportTask task;
        private final List<FieldDefinition> fields;
        private final RowReader reader;
        private final Checkpoint checkpoint;
        private final SeenTags seen = new SeenTags();
        private final List<ImportRow> rows = new ArrayList<>();
        private Totals totals;
        private int records;
        private int characters;

        Run(ImportTask task, List<FieldDefinition> fields, RowReader reader, Checkpoint checkpoint) {
            this.task = task;
            this.fields = fields;
            this.reader = reader;
            this.checkpoint = checkpoint;
            this.totals = task.done();
        }

        Totals all(CsvReader file) throws IOException {
            long read = 0;
            for (CsvRecord record = file.next(); record != null; record = file.next()) {
                ImportRow row = unlessSeen(reader.read(record));
                read++;
                if (read > MOST_ROWS) {
                    take(record, row.with(tooMany(record)));
                    break;
                }
                if (read > task.done().records()) {
                    take(record, row);
                }
            }
            write();
            return totals;
        }

        private void take(CsvRecord record, ImportRow row) {
            records++;
            if (!record.isBlank()) {
                rows.add(row);
                characters += record.cells().stream().mapToInt(String::length).sum();
            }
            if (records >= config.batch() || characters > MOST_CHARACTERS) {
                write();
            }
        }

        private ImportRow unlessSeen(ImportRow row) {
            boolean named = !row.key().assetTag().isEmpty();
            boolean twice = named && !seen.add(row.key());
            return twice && row.isGood()
                    ? row.with(RowError.of(
                            row.line(),
                            "Duplicate asset_tag " + RowError.quote(row.key().assetTag()) + " in the file"))
                    : row;
        }

        private void write() {
            if (records == 0) {
                return;
            }
            long promised = task.options().dryRun() ? totals.created() : 0;
            Batch batch = new Batch(rows, records, fields, task.author(), rights(task), task.options(), promised);
            BatchResult result = attempt(batch);
            checkpoint.saved(kept(result));
            totals = totals.plus(result);
            metrics.rows(result, task.options().dryRun());
            rows.clear();
            records = 0;
            characters = 0;
        }

        private BatchResult attempt(Batch batch) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return await(task, tx -> batches.apply(tx, batch)
                            .call(result -> checkpoint.save(tx, totals.plus(result), kept(result))));
                } catch (BatchRaced | PgException failure) {
                    if (attempt == ATTEMPTS || !isRace(failure)) {
                        throw failure;
                    }
                    LockSupport.parkNanos(Duration.ofMillis(20L * attempt).toNanos());
                }
            }
        }

        private List<RowError> kept(BatchResult result) {
            long left = Totals.MOST_ERRORS - totals.listed();
            return result.errors().size() <= left
                    ? result.errors()
                    : result.errors().subList(0, (int) left);
        }

        private RowError tooMany(CsvRecord record) {
            return RowError.of(
                    record.line(), "A file may have " + MOST_ROWS + " rows: this and all after it were not read");
        }
    }

    private static boolean isRace(RuntimeException failure) {
        return failure instanceof BatchRaced || Retries.isOf(RACES, failure);
    }
}
