package io.deskgraph.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the copies of a topic right from its very beginning, whatever is in them: first it looks which record is the last
 * of each key, then it has those applied, so that no reader ever sees an older state. Requests and new events go on.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 8;
    private static final int BATCH = 500;

    private final EventConsumers consumers;
    private final Restorer restorer;
    private final ObjectMapper json;

    Rebuild(EventConsumers consumers, Restorer restorer, ObjectMapper json) {
        this.consumers = consumers;
        this.restorer = restorer;
        this.json = json;
    }

    /**
     * What was done.
     *
     * @param subjects whose last event was applied again
     * @param failed subjects whose last event could not be; nothing of their tenants is removed then
     * @param removed rows that no event tells of
     */
    public record Report(String topic, int tenants, int subjects, int failed, int removed) {}

    /** Blocking; minutes for a large topic. */
    public Report run(String topic) {
        Run run = new Run(topic, restorer.now().await().atMost(PATIENCE));
        try (TopicScan scan = consumers.scan(topic)) {
            scan.partitions().forEach(partition -> run.restore(scan, partition));
        }
        Report report = run.sweep();
        LOG.infof("Rebuilt: %s", report);
        return report;
    }

    /** Where a version of a subject lies; an old one that was sent again behind newer ones is not the last. */
    private record Place(long version, long offset) {

        static Place of(ConsumerRecord<String, byte[]> record) {
            return new Place(ReceivedEvent.version(record), record.offset());
        }

        static Place later(Place one, Place other) {
            return other.version >= one.version ? other : one;
        }
    }

    private final class Run {
        private final String topic;
        private final OffsetDateTime start;
        private final Set<UUID> tenants = new HashSet<>();
        private final Set<UUID> spoilt = new HashSet<>();
        private int subjects;
        private int failed;

        Run(String topic, OffsetDateTime start) {
            this.topic = topic;
            this.start = start;
        }

        void restore(TopicScan scan, TopicPartition partition) {
            Map<String, Place> last = new HashMap<>();
            scan.fromBeginning(partition, record -> last.merge(record.key(), Place.of(record), Place::later));
            List<ReceivedEvent> batch = new ArrayList<>();
            scan.fromBeginning(partition, record -> {
                if (Place.of(record).equals(last.get(record.key()))) {
                    add(batch, record);
                }
            });
            apply(batch);
        }

        private void add(List<ReceivedEvent> batch, ConsumerRecord<String, byte[]> record) {
            ReceivedEvent event = parse(record);
            if (event != null) {
                batch.add(event);
                tenants.add(event.tenantId());
            }
            if (batch.size() >= BATCH) {
                apply(batch);
            }
        }

        private @Nullable ReceivedEvent parse(ConsumerRecord<String, byte[]> record) {
            try {
                return ReceivedEvent.of(record, json);
            } catch (IllegalArgumentException e) {
                LOG.warnf("%s-%d@%d is passed over: %s", topic, record.partition(), record.offset(), e.getMessage());
                failed++;
                return null;
            }
        }

        private void apply(List<ReceivedEvent> batch) {
            List<ReceivedEvent> failures = Multi.createFrom()
                    .iterable(List.copyOf(batch))
                    .onItem()
                    .transformToUni(this::apply)
                    .merge(AT_ONCE)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE);
            subjects += batch.size() - failures.size();
            failed += failures.size();
            failures.forEach(event -> spoilt.add(event.tenantId()));
            batch.clear();
        }

        /** The event itself if it cannot be applied. */
        private Uni<ReceivedEvent> apply(ReceivedEvent event) {
            return restorer.restore(topic, event, start)
                    .onFailure(Blame::isOnTheDatabase)
                    .retry()
                    .withBackOff(Duration.ofMillis(100))
                    .atMost(5)
                    .map(done -> (ReceivedEvent) null)
                    .onFailure()
                    .invoke(e -> LOG.errorf(e, "%s %s cannot be restored", event.type(), event.subject()))
                    .onFailure()
                    .recoverWithItem(event);
        }

        Report sweep() {
            int removed = 0;
            for (UUID tenant : tenants) {
                if (!spoilt.contains(tenant)) {
                    removed += restorer.sweep(topic, tenant, start).await().atMost(PATIENCE);
                }
            }
            return new Report(topic, tenants.size(), subjects, failed, removed);
        }
    }
}
