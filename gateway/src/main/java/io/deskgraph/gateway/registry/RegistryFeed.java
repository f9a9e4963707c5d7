package io.deskgraph.gateway.registry;

import io.deskgraph.kit.topic.TopicSetup;
import io.deskgraph.kit.topic.TopicsConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Keeps the registry true, on one thread, so that an older reading never replaces a newer one. Events only say where to
 * look; what is true is read from the database. While the broker is away the whole registry is read again and again;
 * while the database is away the last snapshot goes on deciding.
 */
@ApplicationScoped
public class RegistryFeed implements Runnable {

    private static final Logger LOG = Logger.getLogger(RegistryFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Registry registry;
    private final RegistryLogin login;
    private final RegistryConfig config;
    private final TopicSetup topicSetup;
    private final TopicsConfig topics;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "registry-feed");

    RegistryFeed(
            Registry registry, RegistryLogin login, RegistryConfig config, TopicSetup topicSetup, TopicsConfig topics) {
        this.registry = registry;
        this.login = login;
        this.config = config;
        this.topicSetup = topicSetup;
        this.topics = topics;
    }

    /** Called once the database is in shape. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    @Override
    public void run() {
        while (isRunning()) {
            try (RegistryTables tables = login.connect()) {
                // Before the broker is asked for anything: requests can be served without it.
                readAll(tables);
                follow(tables);
            } catch (SQLException | KafkaException e) {
                LOG.warnf("The registry lost touch, trying again: %s", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("The registry lost touch, trying again", e);
            }
            pause();
        }
    }

    private void follow(RegistryTables tables) throws SQLException {
        topicSetup.ensure();
        try (IdentityEvents events = IdentityEvents.listen(topics.bootstrapServers())) {
            readAll(tables);
            long next = System.nanoTime() + config.reload().toNanos();
            while (isRunning() && !(System.nanoTime() > next && events.hasGrown())) {
                read(tables, events.await(POLL));
                if (System.nanoTime() > next) {
                    readAll(tables);
                    next = System.nanoTime() + config.reload().toNanos();
                }
            }
        }
    }

    private void read(RegistryTables tables, Set<UUID> tenants) throws SQLException {
        if (!tenants.isEmpty()) {
            Snapshot before = registry.snapshot();
            registry.replace(before.with(tables.some(tenants, before)));
        }
    }

    private void readAll(RegistryTables tables) throws SQLException {
        registry.replace(tables.all(registry.snapshot()));
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopped.await(config.retry().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The registry stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
