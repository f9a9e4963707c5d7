package io.deskgraph.kit.test;

import io.deskgraph.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from where it gets interesting; reading again goes on from there. What is not wanted is not parsed. */
final class TopicReader implements AutoCloseable {

    private static final long BIRTH_MARGIN_MILLIS = 5_000;

    private final Predicate<ConsumerRecord<String, byte[]>> wanted;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<PublishedEvent> events = new ArrayList<>();

    private TopicReader(String topic, long since, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        this.wanted = wanted;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Servers.running().bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (PartitionInfo info : consumer.partitionsFor(topic)) {
            starts.put(new TopicPartition(topic, info.partition()), since);
        }
        consumer.assign(starts.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(starts.keySet());
        consumer.offsetsForTimes(starts)
                .forEach((partition, first) ->
                        consumer.seek(partition, first == null ? ends.get(partition) : first.offset()));
    }

    static TopicReader of(String topic) {
        return new TopicReader(topic, 0, record -> true);
    }

    /** A tenant that a test has just made has no events from before; of others the whole topic is looked at. */
    static TopicReader of(String topic, UUID tenant) {
        long birth = tenant.version() == 7 ? tenant.getMostSignificantBits() >>> 16 : 0;
        String id = tenant.toString();
        return new TopicReader(topic, Math.max(0, birth - BIRTH_MARGIN_MILLIS), record -> id.equals(tenantOf(record)));
    }

    /** All up to now, in the order of their partitions. */
    List<PublishedEvent> read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                if (wanted.test(record)) {
                    events.add(PublishedEvent.of(record));
                }
            }
        }
        return List.copyOf(events);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static String tenantOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader(Headers.TENANT_ID);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
