package io.deskgraph.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Moves the outbox to Kafka on a thread of its own. Of all replicas one leads, the one that holds the advisory lock;
 * when it dies PostgreSQL frees the lock and another takes over. A new leader fences its predecessor's producer, so
 * nothing stale can arrive behind what it sends.
 */
@ApplicationScoped
public class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final OutboxConfig config;
    private final SystemLogin login;
    private final RelayState state;
    private final EventProducers producers;
    private final Thread thread = new Thread(this, "outbox-relay");
    private volatile boolean running = true;

    Relay(OutboxConfig config, SystemLogin login, RelayState state, EventProducers producers) {
        this.config = config;
        this.login = login;
        this.state = state;
        this.producers = producers;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** What is being sent is sent, so that the next leader has nothing to send again; only a hanging relay is torn off. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join(Duration.ofSeconds(5).toMillis());
        thread.interrupt();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    @Override
    public void run() {
        while (running) {
            try (OutboxTable table = login.connect()) {
                leadWhenFree(table);
            } catch (SQLException | KafkaException e) {
                state.failed(e);
                if (running) {
                    LOG.warnf("Outbox relay stopped, trying again: %s", e.getMessage());
                }
            } finally {
                state.follow();
            }
            pause(config.retry());
        }
    }

    private void leadWhenFree(OutboxTable table) throws SQLException {
        while (running && !table.lead()) {
            state.observe(table.lag());
            pause(config.retry());
        }
        if (running) {
            try (EventProducer producer = producers.open()) {
                lead(table, producer);
            }
        }
    }

    private void lead(OutboxTable table, EventProducer producer) throws SQLException {
        LOG.info("Outbox relay leads");
        state.lead();
        table.listen();
        Schedule sweep = new Schedule(Duration.ofHours(1));
        Schedule measure = new Schedule(Duration.ofSeconds(1));
        while (running) {
            long began = System.nanoTime();
            int sent = drain(table, producer);
            if (measure.due()) {
                state.observe(table.lag());
            }
            if (sweep.due()) {
                table.sweepIdempotencyKeys();
            }
            if (sent == 0) {
                table.await(table.isEmpty() ? config.idle() : config.heldBack());
            } else if (sent > 1 && sent < config.batchSize()) {
                rest(Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    private int drain(OutboxTable table, EventProducer producer) throws SQLException {
        List<OutboxRow> rows = table.next(config.batchSize());
        if (!rows.isEmpty()) {
            producer.send(rows);
            table.delete(rows);
            state.sent(rows.size());
        }
        return rows.size();
    }

    /** Where several came together more are coming: they go into one transaction then. */
    private void rest(Duration worked) {
        pause(worked.compareTo(config.rest()) < 0 ? worked : config.rest());
    }

    private void pause(Duration duration) {
        if (!running) {
            return;
        }
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
