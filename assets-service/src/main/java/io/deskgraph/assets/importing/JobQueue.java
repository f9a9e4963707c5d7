package io.deskgraph.assets.importing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds work, whichever tenant's: under the system role, which sees that a job is there and nothing of it. */
@Singleton
class JobQueue {

    private static final String NEXT = """
            SELECT tenant_id, id, status FROM import_jobs
            WHERE status = 'queued' OR (status = 'running' AND lease_until < clock_timestamp())
               OR (status = 'uploading' AND created_at < clock_timestamp() - interval '1 hour')
            ORDER BY created_at, id LIMIT 1""";

    private final String url;
    private final String user;
    private final String password;

    JobQueue(
            @ConfigProperty(name = "deskgraph.db.jdbc-url") String url,
            @ConfigProperty(name = "deskgraph.db.system.username") String user,
            @ConfigProperty(name = "deskgraph.db.system.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The oldest job that nobody works on. */
    Optional<Waiting> next() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery(NEXT)) {
            return found.next()
                    ? Optional.of(new Waiting(
                            found.getObject("tenant_id", UUID.class),
                            found.getObject("id", UUID.class),
                            found.getString("status").equals("uploading")))
                    : Optional.empty();
        }
    }

    /** @param abandoned whether its file never became whole */
    record Waiting(UUID tenant, UUID id, boolean abandoned) {}
}
