package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.FreePorts;
import io.deskgraph.embedded.ServicePasswords;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of a service process, as environment variables: secrets do not show in the process list.
 *
 * @param more that all services are told besides
 */
record ServiceEnvironment(Layout layout, Ports ports, Secrets secrets, TokenKeys keys, Map<String, String> more) {

    /** For one more process of this service. */
    ServiceEnvironment beside(Service service) {
        return new ServiceEnvironment(layout, ports.beside(service), secrets, keys, more);
    }

    Map<String, String> of(Service service) {
        Map<String, String> variables = new TreeMap<>();
        listen(variables, service);
        database(variables, service);
        variables.put("DESKGRAPH_KAFKA_BOOTSTRAP_SERVERS", FreePorts.LOOPBACK + ":" + ports.kafka());
        variables.put("DESKGRAPH_TOKEN_PUBLIC_KEY_FILE", keys.publicKey().toString());
        upstreams(variables);
        if (service == Service.GATEWAY) {
            edge(variables);
        }
        variables.putAll(more);
        return variables;
    }

    private void listen(Map<String, String> variables, Service service) {
        variables.put("DESKGRAPH_HTTP_HOST", FreePorts.LOOPBACK);
        variables.put("DESKGRAPH_HTTP_PORT", String.valueOf(ports.http(service)));
        variables.put("DESKGRAPH_MANAGEMENT_HOST", FreePorts.LOOPBACK);
        variables.put("DESKGRAPH_MANAGEMENT_PORT", String.valueOf(ports.management(service)));
    }

    private void database(Map<String, String> variables, Service service) {
        ServicePasswords passwords = secrets.database(service);
        String name = service.database();
        variables.put("DESKGRAPH_DB_HOST", FreePorts.LOOPBACK);
        variables.put("DESKGRAPH_DB_PORT", String.valueOf(ports.postgres()));
        variables.put("DESKGRAPH_DB_NAME", name);
        variables.put("DESKGRAPH_DB_OWNER_USERNAME", name + "_owner");
        variables.put("DESKGRAPH_DB_OWNER_PASSWORD", passwords.owner());
        variables.put("DESKGRAPH_DB_APP_USERNAME", name + "_app");
        variables.put("DESKGRAPH_DB_APP_PASSWORD", passwords.app());
        variables.put("DESKGRAPH_DB_SYSTEM_USERNAME", name + "_system");
        variables.put("DESKGRAPH_DB_SYSTEM_PASSWORD", passwords.system());
    }

    private void upstreams(Map<String, String> variables) {
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                String url = "http://" + FreePorts.LOOPBACK + ":" + ports.http(service);
                variables.put("DESKGRAPH_UPSTREAM_" + service.name(), url);
            }
        }
    }

    private void edge(Map<String, String> variables) {
        variables.put("DESKGRAPH_ROOT_DOMAIN", "localhost");
        variables.put("DESKGRAPH_TOKEN_PRIVATE_KEY_FILE", keys.privateKey().toString());
        variables.put("DESKGRAPH_KEYS_HASH_SECRET", secrets.keysHashSecret());
        variables.put("DESKGRAPH_BOOTSTRAP_FILE", layout.bootstrap().toString());
    }
}
