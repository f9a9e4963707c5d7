package io.deskgraph.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** How far behind the inbox is and what became of events, by topic. */
@ApplicationScoped
class InboxMetrics {

    private static final long PERIOD = Duration.ofSeconds(1).toNanos();

    private final Clock clock;
    private final MultiGauge lag;
    private final Map<String, OfTopic> topics = new HashMap<>();
    private long measureAt = System.nanoTime();

    InboxMetrics(MeterRegistry registry, Clock clock, Applier applier) {
        this.clock = clock;
        this.lag = MultiGauge.builder("inbox.lag.events")
                .description("Committed events that wait, by partition that this replica has")
                .register(registry);
        applier.topics().forEach(topic -> topics.put(topic, new OfTopic(topic, registry)));
    }

    void applied(String topic, Instant time) {
        OfTopic metrics = of(topic);
        metrics.applied.increment();
        metrics.last = time;
        Duration delay = Duration.between(time, clock.instant());
        metrics.delay.record(delay.isNegative() ? Duration.ZERO : delay);
    }

    void buried(String topic) {
        of(topic).dead.increment();
    }

    /** Every second or so; on the inbox's thread. */
    void measure(Supplier<Map<TopicPartition, Long>> waiting) {
        long now = System.nanoTime();
        if (now - measureAt >= 0) {
            measureAt = now + PERIOD;
            show(waiting.get());
        }
    }

    /** Partitions that are no longer this replica's disappear. */
    private void show(Map<TopicPartition, Long> waiting) {
        List<MultiGauge.Row<?>> rows = waiting.entrySet().stream()
                .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(labels(entry.getKey()), entry.getValue()))
                .toList();
        lag.register(rows, true);
    }

    private static Tags labels(TopicPartition place) {
        return Tags.of("topic", place.topic(), "partition", Integer.toString(place.partition()));
    }

    private OfTopic of(String topic) {
        return Objects.requireNonNull(topics.get(topic));
    }

    private final class OfTopic {

        private final Counter applied;
        private final Counter dead;
        private final Timer delay;
        private volatile Instant last = Instant.EPOCH;

        OfTopic(String topic, MeterRegistry registry) {
            applied = registry.counter("inbox.events.applied", "topic", topic);
            dead = registry.counter("inbox.events.dead", "topic", topic);
            delay = registry.timer("inbox.event.delay", "topic", topic);
            registry.gauge("inbox.last.event.age.seconds", Tags.of("topic", topic), this, OfTopic::age);
        }

        /** NaN, which is no number to alert on, before the first event. */
        private double age() {
            Instant time = last;
            return time.equals(Instant.EPOCH)
                    ? Double.NaN
                    : Duration.between(time, clock.instant()).toMillis() / 1000.0;
        }
    }
}
