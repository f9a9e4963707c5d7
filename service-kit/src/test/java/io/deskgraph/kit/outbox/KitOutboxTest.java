package io.deskgraph.kit.outbox;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.OutboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KitOutboxTest extends OutboxContract {

    @Override
    protected String topic() {
        return Topics.LINKS;
    }
}
