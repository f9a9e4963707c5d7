package io.deskgraph.links;

import io.deskgraph.kit.test.ArchitectureRules;

class LinksArchitectureTest extends ArchitectureRules {

    LinksArchitectureTest() {
        super("io.deskgraph.links");
    }
}
