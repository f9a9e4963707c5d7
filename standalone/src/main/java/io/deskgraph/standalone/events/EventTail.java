package io.deskgraph.standalone.events;

import io.deskgraph.standalone.suite.LaunchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A position in some topics that only moves forward. */
public final class EventTail implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;

    private EventTail(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /** Starts before the oldest event, or after the newest; the place is fixed when this returns. */
    public static EventTail of(String bootstrapServers, List<String> topics, boolean fromBeginning) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        EventTail tail = new EventTail(consumer);
        try {
            tail.seek(topics, fromBeginning);
            return tail;
        } catch (RuntimeException e) {
            tail.close();
            throw e;
        }
    }

    private void seek(List<String> topics, boolean fromBeginning) {
        List<TopicPartition> partitions = partitions(topics);
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy; asking for the position makes it happen now.
        partitions.forEach(consumer::position);
    }

    private List<TopicPartition> partitions(List<String> topics) {
        Map<String, List<PartitionInfo>> existing = consumer.listTopics();
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            existing.getOrDefault(topic, List.of())
                    .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        if (partitions.isEmpty()) {
            throw new LaunchException("No such topic: " + String.join(", ", topics) + ". There are: "
                    + String.join(", ", existing.keySet()));
        }
        return partitions;
    }

    public List<Event> poll(Duration wait) {
        List<Event> events = new ArrayList<>();
        consumer.poll(wait).forEach(row -> events.add(Event.of(row)));
        return events;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
