package io.deskgraph.gateway.test;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Two proxies: one here, one on another network. Failed attempts shut out soon, to tell addresses apart. */
public class BehindProxies implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "deskgraph.proxies.trusted", "127.0.0.1,10.9.0.0/16",
                "deskgraph.lock-out.failures", "3");
    }
}
