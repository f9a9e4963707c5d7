package io.deskgraph.kit.data;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Does not let a process start on a schema that lacks migrations it brings: it would fail later, request by request. A
 * schema that is newer is no hindrance, because migrations only add what the release before can do without.
 */
@Singleton
class SchemaGuard {

    private static final String REMEDY = " Run the migration first: the same program with QUARKUS_INIT_AND_EXIT=true"
            + " and the password of the database's owner.";

    private final Flyway flyway;
    private final boolean migrates;
    private final String url;
    private final String username;
    private final String password;

    SchemaGuard(
            Flyway flyway,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates,
            @ConfigProperty(name = "deskgraph.db.jdbc-url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.flyway = flyway;
        this.migrates = migrates;
        this.url = url;
        this.username = username;
        this.password = password;
    }

    void check(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (migrates) {
            return;
        }
        String missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The schema of " + url + " lacks " + missing + "." + REMEDY);
        }
    }

    /** Read as the application's role, because the owner's password is not for a process that serves. */
    private String missing() {
        try {
            MigrationInfo[] pending = Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(url, username, password)
                    .load()
                    .info()
                    .pending();
            return Arrays.stream(pending)
                    .map(one -> "V" + one.getVersion() + " (" + one.getDescription() + ")")
                    .collect(Collectors.joining(", "));
        } catch (FlywayException unreadable) {
            throw new IllegalStateException(
                    "The history of the schema of " + url + " cannot be read." + REMEDY, unreadable);
        }
    }
}
