package io.deskgraph.gateway.slow;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns the hook on before anything else of the gateway starts: with the first connection of the process, be it one to the
 * database, the network library looks whether there is a hook, and never again. What it reads are system properties.
 */
@Singleton
class HeadDeadlineSetup {

    static final String PROPERTY = "deskgraph.http.head-timeout-millis";

    private static final int FIRST = 1;

    private final Duration timeout;

    HeadDeadlineSetup(@ConfigProperty(name = "deskgraph.http.head-timeout", defaultValue = "10s") Duration timeout) {
        this.timeout = timeout;
    }

    void turnOn(@Observes @Priority(FIRST) StartupEvent starting) {
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        System.setProperty(PROPERTY, Long.toString(timeout.toMillis()));
    }
}
