package io.deskgraph.kit.outbox;

import io.deskgraph.kit.topic.TopicSetup;
import io.deskgraph.kit.topic.TopicsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the relay's producer. Its transactional id is the service's name: whoever opens it last fences the others. */
@ApplicationScoped
class EventProducers {

    private final TopicsConfig topics;
    private final TopicSetup setup;
    private final String service;

    EventProducers(
            TopicsConfig topics, TopicSetup setup, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.topics = topics;
        this.setup = setup;
        this.service = service;
    }

    EventProducer open() {
        setup.ensure();
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                topics.bootstrapServers(),
                ProducerConfig.CLIENT_ID_CONFIG,
                service + "-outbox",
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                service + "-outbox",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) Duration.ofSeconds(10).toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) Duration.ofSeconds(5).toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) Duration.ofSeconds(15).toMillis(),
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) Duration.ofSeconds(30).toMillis());
        return EventProducer.open(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), "/" + service);
    }
}
