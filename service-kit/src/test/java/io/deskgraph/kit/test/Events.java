package io.deskgraph.kit.test;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads what was published, and publishes what another service would. */
public final class Events {

    private Events() {}

    /** All committed events of the tenant on the topic, from the beginning, in the order of their partitions. */
    public static List<PublishedEvent> of(String topic, UUID tenant) {
        return all(topic).stream()
                .filter(event -> tenant.equals(event.tenantId()))
                .toList();
    }

    /** Waits until the tenant's events on the topic are as the test wants them, and gives them. */
    public static List<PublishedEvent> await(String topic, UUID tenant, Predicate<List<PublishedEvent>> complete) {
        return Eventually.get("events on " + topic, () -> of(topic, tenant), complete);
    }

    /** Everything there is on the topic now, also dead letters. */
    public static List<PublishedEvent> all(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Servers.running().bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, info.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<PublishedEvent> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(PublishedEvent.of(record)));
            }
            return events;
        }
    }

    /** Publishes an event as its owner would, with a fresh id. */
    public static void publish(String topic, String type, UUID tenant, String subject, long version, String payload) {
        var record = new ProducerRecord<>(topic, tenant + ":" + subject, payload.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = Map.ofEntries(
                Map.entry(Headers.SPEC_VERSION, Headers.SPEC_VERSION_VALUE),
                Map.entry(Headers.ID, UUID.randomUUID().toString()),
                Map.entry(Headers.SOURCE, "/test"),
                Map.entry(Headers.TYPE, type),
                Map.entry(Headers.SUBJECT, subject),
                Map.entry(Headers.TIME, "2026-01-01T00:00:00.000001Z"),
                Map.entry(Headers.DATA_SCHEMA, EventTypes.schemaUri(type).toString()),
                Map.entry(Headers.TENANT_ID, tenant.toString()),
                Map.entry(Headers.AGGREGATE_VERSION, Long.toString(version)),
                Map.entry(Headers.ACTOR_TYPE, "SYSTEM"),
                Map.entry(Headers.CONTENT_TYPE, Headers.JSON));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    public static void send(ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Servers.running().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
