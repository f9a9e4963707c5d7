package io.deskgraph.kit.data;

import io.deskgraph.kit.test.TenancyContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KitTenancyTest extends TenancyContract {}
