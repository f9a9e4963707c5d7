package io.deskgraph.kit;

import io.deskgraph.kit.test.ArchitectureRules;

class KitArchitectureTest extends ArchitectureRules {

    KitArchitectureTest() {
        super("io.deskgraph.kit");
    }
}
