package io.deskgraph.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.Fact;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * For a database that was restored to an earlier moment than what its topics tell. Each subject of which subscribers know
 * more than the database is told once more, as it is, under a version beyond all that was told; the row goes on from
 * there. So whoever follows the topic gets right by itself, and what is written next is not taken for old.
 */
@ApplicationScoped
public class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 8;

    private final EventConsumers consumers;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final List<OwnTable> tables;

    Reconciliation(
            EventConsumers consumers,
            Transactions transactions,
            Outbox outbox,
            ObjectMapper json,
            @All List<OwnTables> tables) {
        this.consumers = consumers;
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
        this.tables = tables.stream().flatMap(one -> one.all().stream()).toList();
    }

    /**
     * What was done.
     *
     * @param subjects of which the topic tells
     * @param restated they are there, but not as the topic told last
     * @param withdrawn they are not there, and the topic told of them
     * @param failed those of which nothing could be said; the log tells why
     */
    public record Report(String topic, int subjects, int restated, int withdrawn, int failed) {}

    private enum Outcome {
        FINE,
        RESTATED,
        WITHDRAWN,
        FAILED
    }

    Set<String> topics() {
        return tables.stream().map(OwnTable::topic).collect(Collectors.toSet());
    }

    /** Blocking; minutes for a large topic. Doing it twice does no harm. */
    public Report run(String topic) {
        Run run = new Run(topic);
        try (TopicScan scan = consumers.scan(topic)) {
            scan.partitions().forEach(partition -> run.reconcile(scan, partition));
        }
        Report report = run.report();
        LOG.infof("Reconciled: %s", report);
        return report;
    }

    private final class Run {
        private final String topic;
        private final SuspectFinder finder;
        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private int subjects;

        Run(String topic) {
            this.topic = topic;
            this.finder = new SuspectFinder(
                    transactions,
                    tables.stream().filter(table -> table.topic().equals(topic)).toList());
        }

        Report report() {
            return new Report(
                    topic, subjects, count(Outcome.RESTATED), count(Outcome.WITHDRAWN), count(Outcome.FAILED));
        }

        private int count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        void reconcile(TopicScan scan, TopicPartition partition) {
            Map<String, Told> told = new HashMap<>();
            scan.fromBeginning(partition, record -> told.merge(record.key(), Told.of(record), Told::newer));
            subjects += told.size();
            Map<String, Suspect> suspects = finder.find(told).await().atMost(PATIENCE);
            scan.fromBeginning(partition, record -> hear(suspects, record));
            Multi.createFrom()
                    .iterable(suspects.values())
                    .onItem()
                    .transformToUni(Reconciliation.this::settle)
                    .merge(AT_ONCE)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE)
                    .forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        }

        private void hear(Map<String, Suspect> suspects, ConsumerRecord<String, byte[]> record) {
            Suspect suspect = suspects.get(record.key());
            if (suspect != null && suspect.isAbout(ReceivedEvent.version(record), record.offset())) {
                suspect.hear(ReceivedEvent.of(record, json), record.offset());
            }
        }
    }

    private Uni<Outcome> settle(Suspect suspect) {
        return transactions
                .run(suspect.tenant, tx -> settle(tx, suspect))
                .onFailure()
                .invoke(e -> LOG.errorf(e, "%s of %s is not reconciled", suspect.subject, suspect.tenant))
                .onFailure()
                .recoverWithItem(Outcome.FAILED);
    }

    private Uni<Outcome> settle(Tx tx, Suspect suspect) {
        String key = suspect.table.keyOf(suspect.subject);
        return tx.sql(suspect.table.lock(), tx.tenant(), key)
                .chain(found -> found.rowCount() == 0
                        ? withdraw(tx, suspect, key)
                        : agree(tx, suspect, key, found.iterator().next().getLong("version")));
    }

    private Uni<Outcome> agree(Tx tx, Suspect suspect, String key, long version) {
        return suspect.told.isAheadOf(version) ? restate(tx, suspect, key, version) : fine();
    }

    private Uni<Outcome> withdraw(Tx tx, Suspect suspect, String key) {
        ReceivedEvent last = suspect.last();
        if (last.isDeletion()) {
            return fine();
        }
        Fact fact = Correction.withdrawal(suspect.table, last);
        String departure = suspect.table.departure();
        Uni<?> kept = departure == null
                ? Uni.createFrom().voidItem()
                : tx.sql(departure, tx.tenant(), key, fact.aggregateVersion());
        return kept.chain(() -> outbox.appendBySystem(tx, List.of(fact))).replaceWith(Outcome.WITHDRAWN);
    }

    private Uni<Outcome> restate(Tx tx, Suspect suspect, String key, long version) {
        Fact fact = Correction.restatement(suspect.table, suspect.last(), suspect.kept(version));
        return tx.sql(suspect.table.advance(), tx.tenant(), key, fact.aggregateVersion())
                .chain(() -> outbox.appendBySystem(tx, List.of(fact)))
                .replaceWith(Outcome.RESTATED);
    }

    private static Uni<Outcome> fine() {
        return Uni.createFrom().item(Outcome.FINE);
    }
}
