package io.deskgraph.links;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.InboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LinksInboxTest extends InboxContract {

    @Override
    protected String topic() {
        return Topics.ASSETS;
    }
}
