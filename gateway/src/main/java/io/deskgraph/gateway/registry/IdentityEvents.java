package io.deskgraph.gateway.registry;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of which tenants something has changed. Every replica reads every partition from the present end, without a
 * consumer group: there is no offset worth keeping, since the whole registry is read when listening begins.
 */
final class IdentityEvents implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int partitions;

    private IdentityEvents(KafkaConsumer<byte[], byte[]> consumer, int partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** Returns once the position is fixed: whatever is committed from now on will be heard of. */
    static IdentityEvents listen(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                settings(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            return new IdentityEvents(consumer, partitions.size());
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** The tenants that events named, none if the time is up without one. */
    Set<UUID> await(Duration longest) {
        Set<UUID> tenants = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> event : consumer.poll(longest)) {
            UUID tenant = tenant(event);
            if (tenant != null) {
                tenants.add(tenant);
            }
        }
        return tenants;
    }

    /** Whether the topic has been given more partitions than are listened to. */
    boolean hasGrown() {
        return partitions(consumer).size() != partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(Topics.IDENTITY).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Null for what is no event of ours: the next full reading covers whatever it meant. */
    private static @Nullable UUID tenant(ConsumerRecord<byte[], byte[]> event) {
        Header header = event.headers().lastHeader(Headers.TENANT_ID);
        if (header == null) {
            return null;
        }
        try {
            return UUID.fromString(new String(header.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "gateway-registry",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS);
    }
}
