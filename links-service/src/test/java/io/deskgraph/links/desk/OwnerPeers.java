package io.deskgraph.links.desk;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** Starts the {@link OwnerPeer} of a run and tells the service where it is; one plays both owners. */
public class OwnerPeers implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "deskgraph.test.owner-port";

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        int port = OwnerPeer.listen(vertx);
        System.setProperty(PORT, Integer.toString(port));
        String url = "http://127.0.0.1:" + port;
        return Map.of("deskgraph.upstream.assets", url, "deskgraph.upstream.tickets", url);
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
