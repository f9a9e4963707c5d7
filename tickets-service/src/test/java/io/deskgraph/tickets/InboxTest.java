package io.deskgraph.tickets;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.InboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InboxTest extends InboxContract {

    @Override
    protected String topic() {
        return Topics.LINKS;
    }
}
