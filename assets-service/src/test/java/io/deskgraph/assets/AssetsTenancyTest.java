package io.deskgraph.assets;

import io.deskgraph.kit.test.TenancyContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AssetsTenancyTest extends TenancyContract {}
