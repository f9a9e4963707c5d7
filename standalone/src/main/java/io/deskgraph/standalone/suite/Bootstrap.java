package io.deskgraph.standalone.suite;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first tenants, users and API keys, which the gateway creates when they are missing. */
public record Bootstrap(List<Tenant> tenants) {
    private static final Map<String, String> NAMES = Map.of("acme", "Acme", "globex", "Globex", "msp", "Deskgraph MSP");

    public Bootstrap {
        tenants = List.copyOf(tenants);
    }

    public record Tenant(UUID tenantId, String slug, String name, boolean msp, List<String> hosts, List<User> users) {}

    public record User(
            UUID userId, String email, String firstName, String lastName, List<String> roles, List<Key> keys) {}

    public record Key(String name, String key) {
        @Override
        public String toString() {
            return "Key[" + name + "]";
        }
    }

    static Bootstrap loadOrCreate(Layout layout) {
        if (Files.exists(layout.bootstrap())) {
            return Json.read(layout.bootstrap(), Bootstrap.class);
        }
        RandomText random = new RandomText();
        Bootstrap created =
                new Bootstrap(List.of(tenant("acme", random), tenant("globex", random), tenant("msp", random)));
        PrivateFiles.write(layout.bootstrap(), Json.pretty(created));
        return created;
    }

    private static Tenant tenant(String slug, RandomText random) {
        boolean msp = slug.equals("msp");
        List<User> users = List.of(
                user(slug, "admin", "Ada", "Admin", "Admin", random),
                user(slug, "technician", "Tom", "Technician", "Technician", random),
                user(slug, "dispatcher", "Dana", "Dispatcher", "Dispatcher", random),
                user(slug, "readonly", "Rita", "Reader", "Read Only", random));
        String host = msp ? "localhost" : slug + ".localhost";
        String name = NAMES.getOrDefault(slug, slug);
        return new Tenant(UuidCreator.getTimeOrderedEpoch(), slug, name, msp, List.of(host), users);
    }

    private static User user(String slug, String key, String first, String last, String role, RandomText random) {
        String email = key + "@" + slug + ".example";
        List<Key> keys = List.of(new Key(key, random.apiKey()));
        return new User(UuidCreator.getTimeOrderedEpoch(), email, first, last, List.of(role), keys);
    }
}
