package io.deskgraph.gateway.slow;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the hook on; what the network library and the hook read are system properties. */
@Singleton
class HeadDeadlineSetup {

    static final String PROPERTY = "deskgraph.http.head-timeout-millis";

    private final Duration timeout;

    HeadDeadlineSetup(@ConfigProperty(name = "deskgraph.http.head-timeout", defaultValue = "10s") Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Before anything connects: with the first connection of the process, be it one to the database, the network library
     * looks whether there is a hook, and never again. At the event of the start the database has long been called.
     */
    static void turnOn(@Observes @Initialized(ApplicationScoped.class) Object container) {
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
    }

    void tellTheTime(@Observes StartupEvent starting) {
        System.setProperty(PROPERTY, Long.toString(timeout.toMillis()));
    }
}
