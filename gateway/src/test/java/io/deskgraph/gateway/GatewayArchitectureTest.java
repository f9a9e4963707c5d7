package io.deskgraph.gateway;

import io.deskgraph.kit.test.ArchitectureRules;

class GatewayArchitectureTest extends ArchitectureRules {

    GatewayArchitectureTest() {
        super("io.deskgraph.gateway", "io.deskgraph.gateway.registry..", "io.deskgraph.gateway.bootstrap..");
    }
}
