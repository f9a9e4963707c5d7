package io.deskgraph.links;

import io.deskgraph.kit.test.TenancyContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LinksTenancyTest extends TenancyContract {}
