package io.deskgraph.kit.inbox;

import io.deskgraph.kit.data.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares what a topic tells with the versions of the rows, many at a time. */
final class SuspectFinder {

    private static final Logger LOG = Logger.getLogger(SuspectFinder.class);
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final List<OwnTable> tables;

    SuspectFinder(Transactions transactions, List<OwnTable> tables) {
        this.transactions = transactions;
        this.tables = tables;
    }

    /** @param told by the key of the records, as is the answer */
    Uni<Map<String, Suspect>> find(Map<String, Told> told) {
        Map<Place, List<String>> subjects = new LinkedHashMap<>();
        told.forEach((key, newest) -> sort(key, newest, subjects));
        return Multi.createFrom()
                .iterable(batches(subjects))
                .onItem()
                .transformToUniAndConcatenate(batch -> suspects(batch, told))
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    /** Rows of one table and tenant. */
    private record Place(UUID tenant, OwnTable table) {
        String recordKey(String subject) {
            return tenant + ":" + subject;
        }
    }

    private record Batch(Place place, List<String> subjects) {}

    private void sort(String key, Told newest, Map<Place, List<String>> subjects) {
        int colon = key.indexOf(':');
        String subject = key.substring(colon + 1);
        tables.stream()
                .filter(table -> table.has(newest.type(), subject))
                .findFirst()
                .ifPresentOrElse(
                        table -> subjects.computeIfAbsent(
                                        new Place(UUID.fromString(key.substring(0, colon)), table),
                                        first -> new ArrayList<>())
                                .add(subject),
                        () -> LOG.warnf("%s is no event of ours, %s is passed over", newest.type(), key));
    }

    private static List<Batch> batches(Map<Place, List<String>> subjects) {
        return subjects.entrySet().stream()
                .flatMap(entry -> batches(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Batch> batches(Place place, List<String> subjects) {
        return IntStream.iterate(0, from -> from < subjects.size(), from -> from + BATCH)
                .mapToObj(from -> new Batch(place, subjects.subList(from, Math.min(from + BATCH, subjects.size()))));
    }

    private Uni<Map<String, Suspect>> suspects(Batch batch, Map<String, Told> told) {
        OwnTable table = batch.place().table();
        String[] keys = batch.subjects().stream().map(table::keyOf).toArray(String[]::new);
        return transactions
                .run(batch.place().tenant(), tx -> tx.sql(table.versions(), tx.tenant(), keys))
                .map(found -> suspects(batch, told, found));
    }

    private static Map<String, Suspect> suspects(Batch batch, Map<String, Told> told, RowSet<Row> found) {
        Map<String, Long> versions = new HashMap<>();
        found.forEach(row -> versions.put(row.getString("key"), row.getLong("version")));
        Map<String, Suspect> suspects = new HashMap<>();
        for (String subject : batch.subjects()) {
            Place place = batch.place();
            String key = place.recordKey(subject);
            @Nullable Long version = versions.get(place.table().keyOf(subject));
            Told newest = told.get(key);
            if (newest != null && (version == null || newest.isAheadOf(version))) {
                suspects.put(key, new Suspect(place.tenant(), subject, place.table(), newest, version));
            }
        }
        return suspects;
    }
}
