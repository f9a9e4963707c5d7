package io.deskgraph.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Headers;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A committed change gives its event, a rolled-back one none, in order and complete. Subclass it as a {@code @QuarkusTest}. */
public abstract class OutboxContract {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    /** A type that no handler knows. */
    private static final String TYPE = "io.deskgraph.contract.tested.v1";

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    private final UUID tenant = Ids.next();

    /** A topic of the service. */
    protected abstract String topic();

    @Test
    void aCommittedFactIsPublishedWithItsAttributes() {
        UUID aggregate = Ids.next();

        commit(List.of(fact(aggregate, 1)));

        PublishedEvent event =
                Events.await(topic(), tenant, events -> events.size() == 1).get(0);
        assertEquals(tenant + ":" + aggregate, event.key());
        assertEquals(1, event.payload().path("after").path("n").asInt());
        Map<String, String> headers = new HashMap<>(event.headers());
        assertEquals(7, UUID.fromString(headers.remove(Headers.ID)).version());
        assertTrue(headers.remove(Headers.TIME).endsWith("Z"));
        assertEquals(
                Map.of(
                        Headers.SPEC_VERSION,
                        "1.0",
                        Headers.SOURCE,
                        "/" + Database.config("quarkus.application.name"),
                        Headers.TYPE,
                        TYPE,
                        Headers.SUBJECT,
                        aggregate.toString(),
                        Headers.DATA_SCHEMA,
                        "https://deskgraph.io/schemas/" + TYPE + ".json",
                        Headers.TENANT_ID,
                        tenant.toString(),
                        Headers.AGGREGATE_VERSION,
                        "1",
                        Headers.ACTOR_TYPE,
                        "SYSTEM",
                        Headers.CONTENT_TYPE,
                        "application/json"),
                headers);
    }

    @Test
    void aRolledBackFactIsNotPublished() {
        UUID lost = Ids.next();
        assertThrows(
                IllegalArgumentException.class,
                () -> await(tx -> outbox.append(tx, fact(lost, 1))
                        .chain(() -> Uni.createFrom().failure(new IllegalArgumentException()))));
        UUID kept = Ids.next();
        commit(List.of(fact(kept, 1)));

        List<PublishedEvent> events = Events.await(topic(), tenant, found -> !found.isEmpty());

        assertEquals(
                List.of(kept.toString()),
                events.stream().map(PublishedEvent::subject).toList());
    }

    @Test
    void eventsOfAnAggregateArriveInOrderWithoutGapAndTheOutboxDrains() {
        List<UUID> aggregates = IntStream.range(0, 10).mapToObj(i -> Ids.next()).toList();
        for (long version = 1; version <= 20; version++) {
            long current = version;
            commit(aggregates.stream().map(id -> fact(id, current)).toList());
        }

        List<PublishedEvent> events = Events.await(topic(), tenant, found -> found.size() >= 200);

        Map<String, List<Long>> history = new HashMap<>();
        events.forEach(event -> history.computeIfAbsent(event.subject(), id -> new ArrayList<>())
                .add(event.version()));
        assertEquals(10, history.size());
        List<Long> complete = LongStream.rangeClosed(1, 20).boxed().toList();
        history.values().forEach(versions -> assertEquals(complete, versions));
        Eventually.until("drained outbox", () -> waiting() == 0);
    }

    @Test
    void nothingIsSentPastAnOpenTransaction() throws SQLException {
        UUID held = Ids.next();
        try (Connection older = begun()) {
            commit(List.of(fact(held, 1)));

            // The relay looks again and again meanwhile: idle, it wakes at least once a second.
            long passes = scans() + 5;
            Eventually.until("relay looked", () -> scans() >= passes);
            assertEquals(1, waiting(), "held back while an older transaction may still insert before it");

            older.rollback();
        }
        Events.await(topic(), tenant, found -> found.size() == 1);
    }

    @Test
    void aLaterChangeDoesNotOvertakeAnEarlierOneThatIsHeldBackThoughItsTransactionIsOlder() throws SQLException {
        UUID aggregate = Ids.next();
        try (Connection second = begun();
                Connection open = begun()) {
            commit(List.of(fact(aggregate, 1)));
            appendSecond(second, aggregate);
            second.commit();

            long passes = scans() + 5;
            Eventually.until("relay looked", () -> scans() >= passes);
            assertEquals(2, waiting(), "version 1 is held back, so version 2 waits behind it");

            open.rollback();
        }
        List<PublishedEvent> events = Events.await(topic(), tenant, found -> found.size() == 2);
        assertEquals(
                List.of(1L, 2L), events.stream().map(PublishedEvent::version).toList());
    }

    /** A transaction that has its id, and so holds back what younger ones commit. */
    private static Connection begun() throws SQLException {
        Connection connection = Database.connect("owner");
        connection.setAutoCommit(false);
        connection.createStatement().execute("SELECT pg_current_xact_id()");
        return connection;
    }

    private void appendSecond(Connection connection, UUID aggregate) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO outbox (tenant_id, id, topic, type, subject, version, time, actor_type, payload)"
                        + " VALUES (?, ?, ?, ?, ?, 2, now(), 'SYSTEM', '{}')")) {
            insert.setObject(1, tenant);
            insert.setObject(2, Ids.next());
            insert.setString(3, topic());
            insert.setString(4, TYPE);
            insert.setString(5, aggregate.toString());
            insert.executeUpdate();
        }
    }

    @Test
    void theSameVersionTwiceIsRefused() {
        UUID aggregate = Ids.next();

        assertThrows(
                io.vertx.pgclient.PgException.class, () -> commit(List.of(fact(aggregate, 1), fact(aggregate, 1))));
    }

    @Test
    void theApplicationCannotReadOrChangeWhatWaits() throws SQLException {
        try (Connection app = Database.connect("app")) {
            for (String sql : List.of("SELECT FROM outbox", "DELETE FROM outbox", "UPDATE outbox SET topic = ''")) {
                SQLException refused = assertThrows(
                        SQLException.class, () -> app.createStatement().execute(sql));
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
    }

    private void commit(List<Fact> facts) {
        await(tx -> outbox.append(tx, facts));
    }

    private void await(java.util.function.Function<Tx, Uni<Void>> work) {
        transactions.run(tenant, work).await().atMost(DEADLINE);
    }

    private Fact fact(UUID aggregate, long version) {
        return Fact.of(topic(), TYPE, aggregate, version, Map.of("after", Map.of("n", version)));
    }

    /** How often the relay has read the outbox's order. */
    private static long scans() {
        return Database.count("SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'outbox_position_ix'");
    }

    private long waiting() {
        return Database.count("SELECT count(*) FROM outbox WHERE tenant_id = ?", tenant);
    }
}
