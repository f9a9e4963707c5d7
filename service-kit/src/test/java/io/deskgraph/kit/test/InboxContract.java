package io.deskgraph.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Events are applied once in effect, and a bad one harms nobody. Subclass it as a {@code @QuarkusTest}. */
public abstract class InboxContract {

    /** A type that no handler knows and every handler must let pass. */
    private static final String UNKNOWN = "io.deskgraph.contract.tested.v1";

    private final UUID tenant = Ids.next();

    /** A topic the service has a handler for. */
    protected abstract String topic();

    /** A payload the handler accepts, or ignores because the type is unknown to it. */
    protected String payload() {
        return "{\"after\":{\"text\":\"x\"},\"changed\":{}}";
    }

    @Test
    void theNewestVersionIsRememberedAndOlderOnesAndRepeatsAreSkipped() {
        publish("one", 2);
        publish("one", 1);
        publish("one", 2);
        publish("one", 3);
        publish("one", 2);
        publish("end", 1);

        applied("one", 3);
        Eventually.passes(() -> assertEquals(
                "3",
                Database.texts("SELECT version FROM inbox WHERE tenant_id = ? AND subject = 'one'", tenant)
                        .get(0)));
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAndTheRestGoesOn() {
        String key = tenant + ":poison";
        Events.send(new ProducerRecord<>(topic(), key, "no json".getBytes(StandardCharsets.UTF_8)));
        publish("poison", 1);

        applied("poison", 1);
        List<PublishedEvent> letters = Eventually.get(
                "dead letter",
                () -> Events.all(Topics.deadLetters(topic())).stream()
                        .filter(letter -> key.equals(letter.key()))
                        .toList(),
                found -> !found.isEmpty());
        PublishedEvent letter = letters.get(0);
        assertEquals(1, letters.size());
        assertEquals("no json", letter.payload().textValue());
        assertEquals(topic(), letter.headers().get(Headers.DEAD_LETTER_TOPIC));
        assertTrue(letter.headers().get(Headers.DEAD_LETTER_ERROR).contains("Not an event"));
    }

    private void publish(String subject, long version) {
        Events.publish(topic(), UNKNOWN, tenant, subject, version, payload());
    }

    private void applied(String subject, long version) {
        Eventually.until(
                subject + " applied",
                () -> Database.count(
                                "SELECT count(*) FROM inbox WHERE tenant_id = ? AND topic = ? AND subject = ? AND version = ?",
                                tenant,
                                topic(),
                                subject,
                                version)
                        == 1);
    }
}
