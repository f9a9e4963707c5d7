package io.deskgraph.tickets;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.OutboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OutboxTest extends OutboxContract {

    @Override
    protected String topic() {
        return Topics.TICKETS;
    }
}
