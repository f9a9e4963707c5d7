package io.deskgraph.assets;

import io.deskgraph.kit.test.ReconciliationContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AssetsReconciliationTest extends ReconciliationContract {}
