package io.deskgraph.tickets;

import io.deskgraph.kit.test.ReconciliationContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TicketsReconciliationTest extends ReconciliationContract {}
