package io.deskgraph.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.inbox.Applier.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies what a poll brought: all of it in one transaction, and one by one when that fails, so that a single bad event
 * does not hold up the good ones. A deletion is alone in its transaction: it waits for requests that
 * refer to what is going, and they would wait for whatever else it had locked.
 */
@ApplicationScoped
class BatchApplier {

    private static final Logger LOG = Logger.getLogger(BatchApplier.class);

    private final Applier applier;
    private final InboxConfig config;
    private final ObjectMapper json;
    private final InboxMetrics metrics;

    BatchApplier(Applier applier, InboxConfig config, ObjectMapper json, InboxMetrics metrics) {
        this.applier = applier;
        this.config = config;
        this.json = json;
        this.metrics = metrics;
    }

    boolean hasWork() {
        return !applier.topics().isEmpty();
    }

    /** @throws RetryLater when the database is away; nothing of the batch may then be confirmed to the broker */
    void apply(ConsumerRecords<String, byte[]> records, EventConsumer consumer) {
        List<Parsed> run = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Parsed parsed = parse(record, consumer);
            if (parsed == null) {
                continue;
            }
            if (!run.isEmpty() && !run.get(run.size() - 1).goesWith(parsed)) {
                applyRun(run, consumer);
                run.clear();
            }
            run.add(parsed);
        }
        applyRun(run, consumer);
    }

    private @Nullable Parsed parse(ConsumerRecord<String, byte[]> record, EventConsumer consumer) {
        try {
            return new Parsed(record, new Delivery(record.topic(), ReceivedEvent.of(record, json)));
        } catch (IllegalArgumentException e) {
            bury(record, e, 1, consumer);
            return null;
        }
    }

    private void applyRun(List<Parsed> run, EventConsumer consumer) {
        if (run.isEmpty()) {
            return;
        }
        if (attempt(run) == null) {
            run.forEach(this::applied);
            return;
        }
        for (Parsed one : run) {
            applyOne(one, consumer);
        }
    }

    private void applyOne(Parsed one, EventConsumer consumer) {
        Duration wait = config.backoff();
        for (int attempt = 1; ; attempt++) {
            Throwable failure = attempt(List.of(one));
            if (failure == null) {
                applied(one);
                return;
            }
            if (attempt >= config.attempts()) {
                bury(one.record(), failure, attempt, consumer);
                return;
            }
            Waiting.sleep(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private void applied(Parsed one) {
        Delivery delivery = one.delivery();
        metrics.applied(delivery.topic(), delivery.event().time().toInstant());
    }

    /** Null when applied, else why not. */
    private @Nullable Throwable attempt(List<Parsed> run) {
        ApplySpans spans = ApplySpans.begin(run.stream().map(Parsed::record));
        Throwable failure =
                Waiting.forEnd(applier.apply(run.stream().map(Parsed::delivery).toList()));
        spans.end(failure == null);
        if (failure != null && Blame.isOnTheDatabase(failure)) {
            throw new RetryLater(failure);
        }
        return failure;
    }

    private void bury(ConsumerRecord<String, byte[]> record, Throwable cause, int attempts, EventConsumer consumer) {
        LOG.errorf(
                cause,
                "Event at %s-%d@%d cannot be applied, put among the dead letters",
                record.topic(),
                record.partition(),
                record.offset());
        consumer.bury(record, cause, attempts);
        metrics.buried(record.topic());
    }

    private record Parsed(ConsumerRecord<String, byte[]> record, Delivery delivery) {
        boolean goesWith(Parsed next) {
            return !isDeletion() && !next.isDeletion();
        }

        private boolean isDeletion() {
            return delivery.event().isDeletion();
        }
    }
}
