package io.deskgraph.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppliedOnceTest {

    private static final String TYPE = "io.deskgraph.contract.tested.v1";
    private final UUID tenant = Ids.next();

    @Test
    void aRepeatedEventHasNoSecondEffect() {
        for (int i = 0; i < 5; i++) {
            publish("note", 1, "{\"after\":{\"text\":\"a\"}}");
        }
        publish("note", 2, "{\"after\":{\"text\":\"b\"}}");

        Eventually.until("second version", () -> texts("note").equals(List.of("b/2")));
        assertEquals(List.of("b/2"), texts("note"));
    }

    @Test
    void anEventTheHandlerCannotApplyIsBuriedWithItsHeadersAfterItsTriesAndItsNeighboursAreApplied() {
        publish("good", 1, "{\"after\":{\"text\":\"a\"}}");
        publish("bad", 1, "{\"after\":{}}");
        publish("late", 1, "{\"after\":{\"text\":\"c\"}}");

        Eventually.until(
                "neighbours",
                () -> texts("good").equals(List.of("a/1")) && texts("late").equals(List.of("c/1")));
        List<PublishedEvent> letters =
                Events.await(Topics.deadLetters(Topics.BUNDLES), tenant, found -> !found.isEmpty());
        assertEquals(1, letters.size());
        assertEquals("bad", letters.get(0).subject());
        assertEquals("5", letters.get(0).headers().get(Headers.DEAD_LETTER_ATTEMPTS));
        assertTrue(letters.get(0).headers().get(Headers.DEAD_LETTER_ERROR).contains("23502"));
        assertEquals(0, Database.count("SELECT count(*) FROM inbox WHERE tenant_id = ? AND subject = 'bad'", tenant));
    }

    private void publish(String subject, long version, String payload) {
        Events.publish(Topics.BUNDLES, TYPE, tenant, subject, version, payload);
    }

    private List<String> texts(String id) {
        return Database.texts(
                "SELECT text || '/' || applied FROM note_copies WHERE tenant_id = ? AND id = ?", tenant, id);
    }
}
