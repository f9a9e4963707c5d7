package io.deskgraph.gateway.slow;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the hook on before the first server starts; what the network library reads are system properties. */
@Singleton
class HeadDeadlineSetup implements HttpServerOptionsCustomizer {

    static final String PROPERTY = "deskgraph.http.head-timeout-millis";

    private final Duration timeout;

    HeadDeadlineSetup(@ConfigProperty(name = "deskgraph.http.head-timeout", defaultValue = "10s") Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        turnOn();
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        turnOn();
    }

    private void turnOn() {
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        System.setProperty(PROPERTY, Long.toString(timeout.toMillis()));
    }
}
