package io.deskgraph.kit.test;

import io.deskgraph.embedded.FreePorts;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With spans for a collector, which listens while a test runs: {@link SpanCollector#listening}. */
public class Traced implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("deskgraph.traces.endpoint", "http://127.0.0.1:" + FreePorts.any());
    }
}
