package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.test.UnderTls;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;

/** The same where the certificate is chosen by the host that the client names. */
@QuarkusTest
@TestProfile(SlowSniTest.ByHost.class)
class SlowSniTest extends SlowTlsTest {

    public static class ByHost extends UnderTls {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> more = new HashMap<>(super.getConfigOverrides());
            more.put(
                    "quarkus.tls.edge.key-store.p12.path",
                    keyStore("edge", "other").toString());
            more.put("quarkus.tls.edge.key-store.sni", "true");
            return more;
        }
    }
}
