package io.deskgraph.gateway.test;

import io.deskgraph.embedded.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** What the gateway of a test run is started with: ports where peers may listen, a secret, and the first tenants. */
public final class World implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("deskgraph.keys.hash-secret", Tenancies.HASH_SECRET),
                Map.entry("deskgraph.bootstrap.file", bootstrapFile().toString()),
                Map.entry("deskgraph.root-domain", Tenancies.ROOT),
                Map.entry("deskgraph.upstream.tickets", url()),
                Map.entry("deskgraph.upstream.assets", url()),
                Map.entry("deskgraph.upstream.links", url()),
                Map.entry("deskgraph.proxy.response-timeout", "1s"),
                Map.entry("deskgraph.proxy.attempts", "3"),
                Map.entry("deskgraph.proxy.retry-delay", "20ms"),
                Map.entry("quarkus.shutdown.delay", "0"));
    }

    @Override
    public void stop() {}

    private static String url() {
        return "http://127.0.0.1:" + FreePorts.any();
    }

    private static Path bootstrapFile() {
        try (InputStream template = World.class.getResourceAsStream("/bootstrap.json")) {
            Path file = Files.createTempFile("bootstrap", ".json");
            file.toFile().deleteOnExit();
            Files.write(file, Objects.requireNonNull(template).readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
