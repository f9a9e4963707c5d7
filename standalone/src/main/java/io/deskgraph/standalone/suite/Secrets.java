package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.ServicePasswords;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** What a data directory keeps to itself: made at random with it and kept as long as it is. */
public record Secrets(String postgresPassword, String keysHashSecret, Map<String, ServicePasswords> databases) {

    public Secrets {
        databases = Map.copyOf(databases);
    }

    static Secrets loadOrCreate(Layout layout) {
        if (Files.exists(layout.secrets())) {
            return Json.read(layout.secrets(), Secrets.class);
        }
        Secrets created = create(new RandomText());
        PrivateFiles.write(layout.secrets(), Json.pretty(created));
        return created;
    }

    private static Secrets create(RandomText random) {
        Map<String, ServicePasswords> databases = new TreeMap<>();
        for (Service service : Service.values()) {
            databases.put(
                    service.database(), new ServicePasswords(random.password(), random.password(), random.password()));
        }
        return new Secrets(random.password(), random.base64(), databases);
    }

    public ServicePasswords database(Service service) {
        ServicePasswords passwords = databases.get(service.database());
        if (passwords == null) {
            throw new LaunchException("secrets.json has no passwords for database " + service.database());
        }
        return passwords;
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
