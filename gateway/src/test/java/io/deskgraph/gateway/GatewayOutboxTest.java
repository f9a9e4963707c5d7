package io.deskgraph.gateway;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.OutboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class GatewayOutboxTest extends OutboxContract {

    @Override
    protected String topic() {
        return Topics.IDENTITY;
    }
}
