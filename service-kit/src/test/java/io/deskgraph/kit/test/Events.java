package io.deskgraph.kit.test;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads what was published, and publishes what another service would. */
public final class Events {

    private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private Events() {}

    /** All committed events of the tenant on the topic, in the order of their partitions. */
    public static List<PublishedEvent> of(String topic, UUID tenant) {
        try (TopicReader reader = TopicReader.of(topic, tenant)) {
            return reader.read();
        }
    }

    /** Waits until the tenant's events on the topic are as the test wants them, and gives them. */
    public static List<PublishedEvent> await(String topic, UUID tenant, Predicate<List<PublishedEvent>> complete) {
        try (TopicReader reader = TopicReader.of(topic, tenant)) {
            return Eventually.get("events on " + topic, reader::read, complete);
        }
    }

    /** Everything there is on the topic now, also dead letters. */
    public static List<PublishedEvent> all(String topic) {
        try (TopicReader reader = TopicReader.of(topic)) {
            return reader.read();
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
        try {
            producer(Servers.running().bootstrapServers()).send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One for all tests: making one costs more than many sends. */
    private static KafkaProducer<String, byte[]> producer(String servers) {
        return PRODUCERS.computeIfAbsent(
                servers,
                at -> new KafkaProducer<>(
                        Map.of("bootstrap.servers", at, "linger.ms", 0),
                        new StringSerializer(),
                        new ByteArraySerializer()));
    }
}
