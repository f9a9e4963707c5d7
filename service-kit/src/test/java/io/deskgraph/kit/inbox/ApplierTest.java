package io.deskgraph.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.inbox.Applier.Delivery;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplierTest {

    @Inject
    Applier applier;

    @Inject
    ObjectMapper json;

    private final UUID one = Ids.next();
    private final UUID other = Ids.next();

    @Test
    void whatComesFromSeveralTenantsIsOneTransactionAndEachRowIsItsTenants() {
        List<Delivery> mixed = List.of(note(other, "a", 1), note(one, "b", 1), note(other, "a", 2), note(one, "c", 1));

        assertNull(Waiting.forEnd(applier.apply(mixed)));

        assertEquals(List.of("b/1", "c/1"), copies(one));
        assertEquals(List.of("a/2"), copies(other));
        assertEquals(
                1,
                Database.count("SELECT count(DISTINCT xmin::text) FROM inbox WHERE tenant_id IN (?, ?)", one, other));
    }

    @Test
    void aFailureInOneTenantLeavesNothingInAnother() {
        Delivery bad = new Delivery(Topics.BUNDLES, event(other, "x", 1, Map.of()));

        assertNotNull(Waiting.forEnd(applier.apply(List.of(note(one, "b", 1), bad, note(one, "c", 1)))));

        assertEquals(List.of(), copies(one));
        assertEquals(0, Database.count("SELECT count(*) FROM inbox WHERE tenant_id IN (?, ?)", one, other));
    }

    private Delivery note(UUID tenant, String id, long version) {
        return new Delivery(Topics.BUNDLES, event(tenant, id, version, Map.of("text", id)));
    }

    private ReceivedEvent event(UUID tenant, String id, long version, Map<String, String> after) {
        return new ReceivedEvent(
                Ids.next(),
                tenant,
                "io.deskgraph.contract.tested.v1",
                id,
                version,
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                null,
                "SYSTEM",
                json.valueToTree(Map.of("after", after)));
    }

    private static List<String> copies(UUID tenant) {
        return Database.texts(
                "SELECT copy.id || '/' || inbox.version FROM note_copies copy JOIN inbox"
                        + " ON inbox.tenant_id = copy.tenant_id AND inbox.subject = copy.id"
                        + " WHERE copy.tenant_id = ? ORDER BY 1",
                tenant);
    }
}
