package io.deskgraph.assets;

import io.deskgraph.kit.test.ArchitectureRules;

class AssetsArchitectureTest extends ArchitectureRules {

    AssetsArchitectureTest() {
        super("io.deskgraph.assets", "io.deskgraph.assets.importing..");
    }
}
