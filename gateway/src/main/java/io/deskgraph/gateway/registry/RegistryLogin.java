package io.deskgraph.gateway.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the registry's own connection, under the system role. */
@ApplicationScoped
class RegistryLogin {

    private final String url;
    private final String user;
    private final String password;

    RegistryLogin(
            @ConfigProperty(name = "deskgraph.db.jdbc-url") String url,
            @ConfigProperty(name = "deskgraph.db.system.username") String user,
            @ConfigProperty(name = "deskgraph.db.system.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    RegistryTables connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "gateway-registry");
        // A dead server must not hold the registry for the hours that TCP would.
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return new RegistryTables(DriverManager.getConnection(url, properties));
    }
}
