package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.observe.Exposed;
import io.deskgraph.standalone.observe.Watched;
import io.deskgraph.standalone.suite.Service;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What four running processes tell after real traffic is what is documented, shown and watched. */
@ExtendWith(Suite.Extension.class)
class MetricsIT {

    private final Suite suite;
    private final Map<Service, Exposed> exposed = new EnumMap<>(Service.class);

    MetricsIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void work() {
        GatewayClient admin = suite.client("acme", "admin");
        String prefix = Desk.unique();
        Desk desk = new Desk(admin, prefix);
        assertEquals(200, desk.client().get("/api/v1/tickets").status());
        assertEquals(200, admin.get("/api/assets").status());
        assertEquals(404, admin.get("/api/v1/assets/" + UUID.randomUUID() + "/tickets").status());
        assertEquals(404, admin.get("/nowhere").status());
        for (Service service : Service.values()) {
            exposed.put(service, Exposed.at(suite.ports().management(service)));
        }
    }

    @Test
    void everythingDocumentedIsTold() {
        assertEquals(Set.of(), Watched.missing(exposed));
    }

    @Test
    void everythingOfOursThatIsToldIsDocumented() {
        assertEquals(Set.of(), Watched.undocumented(exposed));
    }

    @Test
    void everyExpressionFindsItsMetricsAndLabels() {
        assertEquals(Set.of(), Watched.blind(exposed.values()));
    }

    @Test
    void noLabelHoldsAPathOrAnId() {
        exposed.values().forEach(process -> assertTrue(process.labelValues().noneMatch(Watched::looksLikeAnId)));
    }
}
