package io.deskgraph.links;

import io.deskgraph.kit.test.ReconciliationContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LinksReconciliationTest extends ReconciliationContract {}
