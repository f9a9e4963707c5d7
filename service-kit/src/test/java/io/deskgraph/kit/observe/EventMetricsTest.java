package io.deskgraph.kit.observe;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.Scrape;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventMetricsTest {

    /** The topic that notes are copied from. */
    private static final String TOPIC = Topics.BUNDLES;

    private final UUID tenant = Ids.next();

    @Test
    void whatIsSentAndAppliedIsCounted() {
        // Given
        Scrape before = Scrape.now();

        // When
        write();

        // Then
        grows(before, "outbox_events_sent_total");
        grows(before, "inbox_events_applied_total", "topic=" + TOPIC);
        grows(before, "inbox_event_delay_seconds_count", "topic=" + TOPIC);
        Eventually.until("leader", () -> Scrape.now().sum("outbox_relay_leader") == 1);
        Scrape after = Scrape.now();
        assertTrue(after.sum("inbox_event_delay_seconds_sum", "topic=" + TOPIC) > 0);
        assertTrue(after.sum("inbox_event_delay_seconds_max", "topic=" + TOPIC) > 0);
    }

    @Test
    void theAgeOfTheLastAppliedEventIsKnown() {
        // When
        Events.publish(TOPIC, "io.deskgraph.contract.tested.v1", tenant, "old", 1, "{\"after\":{\"text\":\"x\"}}");

        // Then
        double sinceNewYear = 100 * 24 * 3600;
        Eventually.until(
                "age", () -> Scrape.now().sum("inbox_last_event_age_seconds", "topic=" + TOPIC) > sinceNewYear);
        write();
        Eventually.until("age", () -> Scrape.now().sum("inbox_last_event_age_seconds", "topic=" + TOPIC) < 60);
    }

    @Test
    void everyPartitionTellsHowMuchWaits() {
        Eventually.until(
                "partitions",
                () -> Scrape.now()
                                .matching("inbox_lag_events", "topic=" + TOPIC)
                                .size()
                        == 6);
        Eventually.until("caught up", () -> Scrape.now().sum("inbox_lag_events", "topic=" + TOPIC) == 0);
    }

    @Test
    void aDeadLetterIsCountedUnderItsTopic() {
        // Given
        Scrape before = Scrape.now();
        assertTrue(before.has("inbox_events_dead_total", "topic=" + TOPIC), "told before the first one");

        // When
        Events.send(new ProducerRecord<>(TOPIC, tenant + ":x", "no json".getBytes(StandardCharsets.UTF_8)));

        // Then
        grows(before, "inbox_events_dead_total", "topic=" + TOPIC);
    }

    @Test
    void whatWaitsInTheOutboxIsToldWithItsAge() throws SQLException {
        try (Connection older = Database.connect("owner")) {
            // Given
            older.setAutoCommit(false);
            older.createStatement().execute("SELECT pg_current_xact_id()");

            // When
            write();

            // Then
            Eventually.until("waits", () -> Scrape.now().sum("outbox_lag_events") >= 1);
            Eventually.until("ages", () -> Scrape.now().sum("outbox_lag_seconds") > 0.5);
            older.rollback();
        }
        Eventually.until("drained", () -> Scrape.now().sum("outbox_lag_events") == 0);
        Eventually.passes(() -> assertEquals(0, Scrape.now().sum("outbox_lag_seconds")));
    }

    private void write() {
        given().header(
                        "Authorization",
                        TestTokens.with("note:create").tenant(tenant, "events").bearer())
                .contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post("/notes")
                .then()
                .statusCode(201);
    }

    private static void grows(Scrape before, String name, String... labels) {
        Eventually.until(name, () -> Scrape.now().sum(name, labels) > before.sum(name, labels));
    }
}
