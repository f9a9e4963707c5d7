package io.deskgraph.kit.topic;

import io.deskgraph.contracts.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there yet; an existing topic keeps the settings its operator gave it. Blocking. */
@ApplicationScoped
public class TopicSetup {

    private static final String FOREVER = "-1";

    private final TopicsConfig config;

    TopicSetup(TopicsConfig config) {
        this.config = config;
    }

    public void ensure() {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            List<NewTopic> topics = Topics.ALL.stream()
                    .flatMap(name -> Stream.of(events(name), deadLetters(Topics.deadLetters(name))))
                    .toList();
            admin.createTopics(topics).values().forEach((name, made) -> confirm(name, made::get));
        }
    }

    /** Compacted and never expired, so that a new subscriber can rebuild every aggregate from offset 0. */
    private NewTopic events(String name) {
        return topic(name)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        "compact,delete",
                        TopicConfig.RETENTION_MS_CONFIG,
                        FOREVER,
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        Long.toString(config.history().toMillis())));
    }

    private NewTopic deadLetters(String name) {
        return topic(name).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, FOREVER));
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, config.partitions(), config.replicationFactor());
    }

    private static void confirm(String name, Creation creation) {
        try {
            creation.await();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Topic " + name + " cannot be made", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while making topic " + name, e);
        }
    }

    private interface Creation {
        Void await() throws ExecutionException, InterruptedException;
    }
}
