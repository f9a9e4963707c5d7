package io.deskgraph.tickets;

import io.deskgraph.kit.test.ArchitectureRules;

class TicketsArchitectureTest extends ArchitectureRules {

    TicketsArchitectureTest() {
        super("io.deskgraph.tickets");
    }
}
