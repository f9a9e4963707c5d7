package io.deskgraph.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLettersTest {

    private static final String TYPE = "io.deskgraph.contract.tested.v1";
    private static final String TOPIC = Topics.BUNDLES;

    private final UUID tenant = Ids.next();

    @TestHTTPResource(value = "/dead-letters", management = true)
    URI deadLetters;

    @BeforeEach
    void bringTheCause() {
        Database.execute("ALTER TABLE note_copies ADD CONSTRAINT no_poison CHECK (text <> 'poison') NOT VALID");
    }

    @AfterEach
    void removeTheCause() {
        Database.execute("ALTER TABLE note_copies DROP CONSTRAINT IF EXISTS no_poison");
    }

    @Test
    void aLetterIsAppliedOnceItsCauseIsGone() {
        // Given
        publish("one", 1, "poison");
        assertEquals(1, letters(1).size());

        // When
        removeTheCause();
        replay();

        // Then
        assertEquals(List.of("one=poison"), rows());
        assertEquals(1, letters(1).size());
    }

    @Test
    void aLetterThatANewerEventHasOvertakenChangesNothing() {
        // Given
        publish("one", 1, "poison");
        publish("one", 2, "fine");
        assertEquals(1, letters(1).size());
        Eventually.until("newer", () -> rows().equals(List.of("one=fine")));

        // When
        removeTheCause();
        replay();

        // Then
        assertEquals(List.of("one=fine"), rows());
    }

    @Test
    void aLetterThatFailsAgainIsKept() {
        // Given
        publish("one", 1, "poison");
        PublishedEvent first = letters(1).get(0);

        // When
        replay();

        // Then
        List<PublishedEvent> both = letters(2);
        assertEquals(2, both.size());
        assertTrue(both.stream().allMatch(letter -> letter.headers()
                .get(Headers.DEAD_LETTER_OFFSET)
                .equals(first.headers().get(Headers.DEAD_LETTER_OFFSET))));

        // And
        removeTheCause();
        replay();
        assertEquals(List.of("one=poison"), rows());
    }

    private void replay() {
        given().post(deadLetters + "/" + TOPIC + "/replay").then().statusCode(200);
    }

    private List<PublishedEvent> letters(int number) {
        return Events.await(Topics.deadLetters(TOPIC), tenant, found -> found.size() >= number);
    }

    private void publish(String subject, long version, String text) {
        Events.publish(TOPIC, TYPE, tenant, subject, version, "{\"after\":{\"text\":\"" + text + "\"}}");
    }

    private List<String> rows() {
        return Database.texts("SELECT id || '=' || text FROM note_copies WHERE tenant_id = ? ORDER BY 1", tenant);
    }
}
