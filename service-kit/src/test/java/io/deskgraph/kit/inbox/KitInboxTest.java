package io.deskgraph.kit.inbox;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.InboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KitInboxTest extends InboxContract {

    @Override
    protected String topic() {
        return Topics.BUNDLES;
    }
}
