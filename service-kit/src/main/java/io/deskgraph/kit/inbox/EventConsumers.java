package io.deskgraph.kit.inbox;

import io.deskgraph.kit.topic.TopicSetup;
import io.deskgraph.kit.topic.TopicsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens the inbox's Kafka clients. */
@ApplicationScoped
class EventConsumers {

    private static final int SCAN_WAIT_MILLIS = 10;

    private final TopicsConfig topics;
    private final TopicSetup setup;
    private final InboxConfig config;
    private final Applier applier;
    private final MeterRegistry metrics;

    EventConsumers(TopicsConfig topics, TopicSetup setup, InboxConfig config, Applier applier, MeterRegistry metrics) {
        this.topics = topics;
        this.setup = setup;
        this.config = config;
        this.applier = applier;
        this.metrics = metrics;
    }

    EventConsumer open() {
        setup.ensure();
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(consumerSettings(), new StringDeserializer(), new ByteArrayDeserializer());
        KafkaClientMetrics consumerMetrics = new KafkaClientMetrics(consumer);
        consumerMetrics.bindTo(metrics);
        consumer.subscribe(applier.topics());
        return new EventConsumer(consumer, consumerMetrics, burial());
    }

    Burial burial() {
        return new Burial(
                new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer()),
                config.group());
    }

    /** Reads beside the group, and remembers nothing unless told. */
    TopicScan scan(String topic) {
        Map<String, Object> settings = new HashMap<>(consumerSettings());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group() + "-dead-letters");
        settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        // At the end of a partition nothing is waited for, and the next one would have to wait along.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, SCAN_WAIT_MILLIS);
        return new TopicScan(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), topic);
    }

    /** Committed records only: what a fenced relay had begun to send never happened. */
    private Map<String, Object> consumerSettings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                topics.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                config.group(),
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                "consumer",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                config.batchSize());
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                topics.bootstrapServers(),
                ProducerConfig.CLIENT_ID_CONFIG,
                config.group() + "-dead-letters",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) Duration.ofSeconds(10).toMillis());
    }
}
