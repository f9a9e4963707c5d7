package io.deskgraph.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the relay reaches the database: under the system role, which sees the outbox of every tenant and little else. */
@ApplicationScoped
class SystemLogin {

    private final String url;
    private final String user;
    private final String password;

    SystemLogin(
            @ConfigProperty(name = "deskgraph.db.jdbc-url") String url,
            @ConfigProperty(name = "deskgraph.db.system.username") String user,
            @ConfigProperty(name = "deskgraph.db.system.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    OutboxTable connect() throws SQLException {
        return OutboxTable.connect(url, user, password);
    }
}
