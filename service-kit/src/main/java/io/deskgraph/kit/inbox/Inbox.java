package io.deskgraph.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Consumes the topics that have handlers, on a thread of its own; starts anew after a failure. */
@ApplicationScoped
public class Inbox implements Runnable {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final InboxConfig config;
    private final EventConsumers consumers;
    private final BatchApplier applier;
    private final InboxMetrics metrics;
    private final Thread thread = new Thread(this, "inbox");
    private volatile boolean running = true;
    private volatile @Nullable EventConsumer current;

    Inbox(InboxConfig config, EventConsumers consumers, BatchApplier applier, InboxMetrics metrics) {
        this.config = config;
        this.consumers = consumers;
        this.applier = applier;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled() && applier.hasWork()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        EventConsumer consumer = current;
        if (consumer != null) {
            consumer.wakeUp();
        }
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    @Override
    public void run() {
        while (running) {
            try (EventConsumer consumer = consumers.open()) {
                current = consumer;
                consume(consumer);
            } catch (WakeupException e) {
                LOG.debug("Inbox wakes up to stop");
            } catch (KafkaException | RetryLater e) {
                LOG.warnf("Inbox stopped, trying again: %s", e.getMessage());
                pause(config.retry());
            } finally {
                current = null;
            }
        }
    }

    private void consume(EventConsumer consumer) {
        while (running) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                applier.apply(records, consumer);
                consumer.commit();
            }
            metrics.measure(consumer::waiting);
        }
    }

    private void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
