package io.deskgraph.tickets.document;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections of the system role, which sees across tenants what its policies let it see, and nothing else. */
@ApplicationScoped
class SystemConnection {

    private final Vertx vertx;
    private final PgConnectOptions options;

    SystemConnection(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "deskgraph.db.system.username") String user,
            @ConfigProperty(name = "deskgraph.db.system.password") String password) {
        this.vertx = vertx;
        this.options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    Uni<PgConnection> open() {
        return PgConnection.connect(vertx, options);
    }
}
