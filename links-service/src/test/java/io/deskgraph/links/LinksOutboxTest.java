package io.deskgraph.links;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.OutboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LinksOutboxTest extends OutboxContract {

    @Override
    protected String topic() {
        return Topics.LINKS;
    }
}
