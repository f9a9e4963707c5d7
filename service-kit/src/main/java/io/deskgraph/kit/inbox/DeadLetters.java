package io.deskgraph.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.inbox.Applier.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies this service's dead letters of a topic once more, here and nowhere else. What a newer event has overtaken is
 * skipped, as the inbox does; what fails again is a dead letter again, at the end of the topic.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final EventConsumers consumers;
    private final Applier applier;
    private final InboxConfig config;
    private final ObjectMapper json;

    DeadLetters(EventConsumers consumers, Applier applier, InboxConfig config, ObjectMapper json) {
        this.consumers = consumers;
        this.applier = applier;
        this.config = config;
        this.json = json;
    }

    /** @param applied letters whose effect is there now, be it by a newer event */
    public record Report(String topic, int applied, int failed) {}

    /** Blocking. Each letter is taken up once; a second call finds only what has come since. */
    public Report replay(String topic) {
        int[] counts = new int[2];
        try (TopicScan scan = consumers.scan(Topics.deadLetters(topic));
                Burial burial = consumers.burial()) {
            scan.partitions()
                    .forEach(partition -> scan.fromCommitted(partition, letter -> {
                        if (config.group().equals(header(letter, Headers.DEAD_LETTER_CONSUMER))) {
                            counts[replay(topic, letter, burial) ? 0 : 1]++;
                        }
                    }));
        }
        Report report = new Report(topic, counts[0], counts[1]);
        LOG.infof("Dead letters replayed: %s", report);
        return report;
    }

    private boolean replay(String topic, ConsumerRecord<String, byte[]> letter, Burial burial) {
        Throwable failure = attempt(topic, letter);
        if (failure == null) {
            return true;
        }
        if (Blame.isOnTheDatabase(failure)) {
            throw new RetryLater(failure);
        }
        burial.bury(letter, failure, 1);
        return false;
    }

    private @Nullable Throwable attempt(String topic, ConsumerRecord<String, byte[]> letter) {
        try {
            ReceivedEvent event = ReceivedEvent.of(letter, json);
            return Waiting.forEnd(applier.apply(List.of(new Delivery(topic, event))));
        } catch (IllegalArgumentException unreadable) {
            return unreadable;
        }
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
