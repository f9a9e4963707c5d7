package io.deskgraph.standalone.suite;

/** The four services: their names, databases and preferred ports. */
public enum Service {
    GATEWAY("gateway", "identity", 8080, 9080),
    TICKETS("tickets-service", "tickets", 8081, 9081),
    ASSETS("assets-service", "assets", 8082, 9082),
    LINKS("links-service", "links", 8083, 9083);

    private final String module;
    private final String database;
    private final int port;
    private final int managementPort;

    Service(String module, String database, int port, int managementPort) {
        this.module = module;
        this.database = database;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Name of the module, the process and its log. */
    public String module() {
        return module;
    }

    public String database() {
        return database;
    }

    int preferredPort() {
        return port;
    }

    int preferredManagementPort() {
        return managementPort;
    }

    public static Service named(String module) {
        for (Service service : values()) {
            if (service.module.equals(module)) {
                return service;
            }
        }
        throw new IllegalArgumentException("No service is called " + module);
    }
}
