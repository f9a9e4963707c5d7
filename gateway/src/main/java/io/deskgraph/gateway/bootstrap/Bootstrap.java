package io.deskgraph.gateway.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.gateway.bootstrap.BootstrapFile.TenantEntry;
import io.deskgraph.gateway.registry.RegistryFeed;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Applies the bootstrap file, if there is one, and then lets the registry read. */
@ApplicationScoped
class Bootstrap {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Optional<String> file;
    private final ObjectMapper json;
    private final TenantBootstrap tenants;
    private final RegistryFeed feed;

    Bootstrap(
            @ConfigProperty(name = "deskgraph.bootstrap.file") Optional<String> file,
            ObjectMapper json,
            TenantBootstrap tenants,
            RegistryFeed feed) {
        this.file = file;
        this.json = json;
        this.tenants = tenants;
        this.feed = feed;
    }

    void start(@Observes StartupEvent event) {
        file.map(Path::of).ifPresent(this::apply);
        feed.start();
    }

    void apply(Path path) {
        for (TenantEntry tenant : BootstrapFile.orNone(read(path).tenants())) {
            tenants.apply(tenant).await().atMost(PATIENCE);
            LOG.infof("Tenant %s is set up", tenant.slug());
        }
    }

    private BootstrapFile read(Path path) {
        try {
            return json.readValue(Files.readAllBytes(path), BootstrapFile.class);
        } catch (JsonProcessingException e) {
            // Neither the message nor the cause: both quote the file, and the file holds keys.
            throw new IllegalArgumentException("The bootstrap file is not as it should be, line "
                    + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNr()) + ": " + path);
        } catch (IOException e) {
            throw new UncheckedIOException("The bootstrap file cannot be read: " + path, e);
        }
    }
}
