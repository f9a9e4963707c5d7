package io.deskgraph.standalone;

import io.deskgraph.embedded.PostgresServer;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Ports;
import io.deskgraph.standalone.suite.PrivateFiles;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.Replica;
import io.deskgraph.standalone.suite.RunningSuite;
import io.deskgraph.standalone.suite.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole suite as real processes on free ports, started once for all end-to-end tests of a JVM and handed to the
 * tests that ask for it: {@code @ExtendWith(Suite.Extension.class)} and a parameter of this type. Its files stay in
 * {@code target/suite}, for whoever wants to know why a test failed. A test that kills something also restarts it.
 */
final class Suite implements AutoCloseable {
    private final Layout layout;
    private final RunningSuite running;

    private Suite(Layout layout, RunningSuite running) {
        this.layout = layout;
        this.running = running;
    }

    /**
     * Whoever starts one of their own stops it.
     *
     * @param name of its directory below {@code target}
     * @param more variables that all services are told besides
     */
    static Suite start(String name, Map<String, String> more) {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Layout layout = new Layout(home, Path.of("target", name).toAbsolutePath());
        try {
            PrivateFiles.directory(layout.state());
            layout.wipe();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunningSuite running = RunningSuite.prepare(layout, Ports.random(), new Progress(System.out), more);
        running.start();
        return new Suite(layout, running);
    }

    Layout layout() {
        return layout;
    }

    Credentials credentials() {
        return running.credentials();
    }

    Ports ports() {
        return running.ports();
    }

    /** A caller of {@code acme}, {@code globex} or {@code msp} as {@code admin}, {@code technician}, … */
    GatewayClient client(String tenant, String key) {
        return GatewayClient.of(credentials(), tenant, key);
    }

    /** A caller without a key, on any host. */
    GatewayClient anonymous(String host) {
        return GatewayClient.anonymous(credentials().gateway(), host);
    }

    /** A look behind the API, past row-level security. */
    Connection database(String name) throws SQLException {
        return running.postgres().connectAsSuperuser(name);
    }

    PostgresServer postgres() {
        return running.postgres();
    }

    /** One more process of a service; returns its address when it is ready. It stops with the suite. */
    URI addReplica(Service service) {
        return running.addReplica(service);
    }

    /** SIGKILL to a service by its module's name, to {@code kafka} or to {@code postgresql}. */
    void kill9(String name) {
        running.killHard(name);
    }

    /** Starts what was killed, on the same data and ports; returns when it is ready. */
    void restart(String name) {
        running.restart(name);
    }

    /** SIGTERM to all four services; returns when they have ended. */
    void stopServices() {
        running.stopServices();
    }

    /** Starts all four again; returns when they are ready. */
    void startServices() {
        running.startServices();
    }

    /** A further process of a service, for whoever asks to start and to stop. */
    Replica replica(Service service, String name, Map<String, String> more) {
        return running.replica(service, name, more);
    }

    @Override
    public void close() {
        running.stop();
    }

    /** Starts the suite at the first test that needs it and stops it after the last test of the JVM. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(Suite.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
            return store.computeIfAbsent(Suite.class, missing -> Suite.start("suite", Map.of()));
        }
    }
}
