package io.deskgraph.assets;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.OutboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AssetsOutboxTest extends OutboxContract {

    @Override
    protected String topic() {
        return Topics.ASSETS;
    }
}
