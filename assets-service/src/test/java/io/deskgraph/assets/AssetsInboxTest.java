package io.deskgraph.assets;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.InboxContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AssetsInboxTest extends InboxContract {

    @Override
    protected String topic() {
        return Topics.LINKS;
    }
}
