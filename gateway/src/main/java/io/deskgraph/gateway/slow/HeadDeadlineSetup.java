package io.deskgraph.gateway.slow;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the hook its time. The hook itself is turned on at the command line: with the first connection of the process, be it
 * one to the database, the network library looks whether there is one, and never again.
 */
@Singleton
class HeadDeadlineSetup {

    static final String PROPERTY = "deskgraph.http.head-timeout-millis";

    private static final Logger LOG = Logger.getLogger(HeadDeadlineSetup.class);
    private static final String HOOK = "io.netty.bootstrap.extensions";
    private static final String ON = "serviceload";

    private final Duration timeout;

    HeadDeadlineSetup(@ConfigProperty(name = "deskgraph.http.head-timeout", defaultValue = "10s") Duration timeout) {
        this.timeout = timeout;
    }

    void tellTheTime(@Observes StartupEvent starting) {
        System.setProperty(PROPERTY, Long.toString(timeout.toMillis()));
        if (!ON.equalsIgnoreCase(System.getProperty(HOOK))) {
            LOG.warnf("Started without -D%s=%s: the heads of requests have no deadline", HOOK, ON);
        }
    }
}
