package io.deskgraph.tickets;

import io.deskgraph.kit.test.TenancyContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TenancyTest extends TenancyContract {}
