package io.deskgraph.standalone.suite;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a person or a script needs to call the running suite: addresses, tenants and keys. */
@JsonPropertyOrder({"gateway", "tenants", "kafka", "postgres"})
public record Credentials(URI gateway, List<Tenant> tenants, String kafka, Postgres postgres) {

    public Credentials {
        tenants = List.copyOf(tenants);
    }

    @JsonPropertyOrder({"slug", "host", "msp", "tenant_id", "keys"})
    public record Tenant(
            String slug,
            String host,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean msp,
            UUID tenantId,
            Map<String, String> keys) {

        public String key(String name) {
            String key = keys.get(name);
            if (key == null) {
                throw new LaunchException("credentials.json has no key " + name + " for tenant " + slug);
            }
            return key;
        }
    }

    public record Postgres(int port) {}

    static Credentials of(Bootstrap bootstrap, Ports ports) {
        List<Tenant> tenants = bootstrap.tenants().stream()
                .map(tenant -> tenant(tenant, ports.gateway()))
                .toList();
        return new Credentials(
                URI.create("http://localhost:" + ports.gateway()),
                tenants,
                "127.0.0.1:" + ports.kafka(),
                new Postgres(ports.postgres()));
    }

    private static Tenant tenant(Bootstrap.Tenant tenant, int port) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Bootstrap.User user : tenant.users()) {
            user.keys().forEach(key -> keys.put(key.name(), key.key()));
        }
        String host = tenant.hosts().get(0) + ":" + port;
        return new Tenant(tenant.slug(), host, tenant.msp(), tenant.tenantId(), keys);
    }

    void write(Layout layout) {
        PrivateFiles.write(layout.credentials(), Json.pretty(this) + "\n");
    }

    public static Credentials load(Layout layout) {
        if (!Files.exists(layout.credentials())) {
            throw new LaunchException("Deskgraph has not run here yet. Start it: ./deskgraph up");
        }
        return Json.read(layout.credentials(), Credentials.class);
    }

    public Tenant tenant(String slug) {
        return tenants.stream()
                .filter(tenant -> tenant.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new LaunchException("There is no tenant " + slug));
    }
}
