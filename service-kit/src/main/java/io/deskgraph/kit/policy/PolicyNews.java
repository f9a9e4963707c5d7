package io.deskgraph.kit.policy;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens to the database for tenants whose constraints have changed, over a connection of its own. */
@Singleton
@IfBuildProperty(name = "deskgraph.policies.enforced", stringValue = "true")
class PolicyNews {

    private static final Logger LOG = Logger.getLogger(PolicyNews.class);
    private static final long RETRY_MILLIS = 500;

    private final Vertx vertx;
    private final Policies policies;
    private final PgConnectOptions login;
    private volatile @Nullable PgConnection connection;
    private volatile boolean stopped;

    PolicyNews(
            Vertx vertx,
            Policies policies,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.policies = policies;
        this.login = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    void start(@Observes StartupEvent event) {
        connect();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        PgConnection open = connection;
        if (open != null) {
            open.close();
        }
    }

    private void connect() {
        if (!stopped) {
            PgConnection.connect(vertx, login)
                    .onSuccess(this::listen)
                    .onFailure(failure -> again("Cannot listen for changes of constraints: " + failure.getMessage()));
        }
    }

    /** A connection that cannot listen is closed, which leads to the next try like any other end of it. */
    private void listen(PgConnection opened) {
        connection = opened;
        opened.notificationHandler(news -> policies.changed(UUID.fromString(news.getPayload())));
        opened.closeHandler(closed -> lost());
        opened.query("LISTEN policies")
                .execute()
                .onSuccess(listening -> policies.hearing(true))
                .onFailure(failure -> opened.close());
    }

    private void lost() {
        policies.hearing(false);
        again("Changes of constraints are not heard of; each request reads them until that is mended");
    }

    private void again(String reason) {
        if (!stopped) {
            LOG.warn(reason);
            vertx.setTimer(RETRY_MILLIS, timer -> connect());
        }
    }
}
