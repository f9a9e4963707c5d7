package io.deskgraph.links.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of every topic once more, twice, changes nothing. */
@QuarkusTest
class ReplayTest {

    private static final List<String> TOPICS = List.of(Topics.ASSETS, Topics.TICKETS, Topics.BUNDLES);
    private static final List<String> TABLES = List.of(
            "asset_copies", "ticket_copies", "reference_copies", "bundle_members", "departures", "ticket_asset_links");
    private static final String MARKER = "io.deskgraph.test.marker.v1";
    private static final long LAST = 1_000;

    private final Desk desk = Desk.open();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReplayLeavesEverythingAsItIs(boolean inboxForgotten) {
        // Given
        history();
        Map<String, List<String>> before = dump();
        TABLES.forEach(table -> assertFalse(before.get(table).isEmpty(), table));
        long links = desk.linkEvents(2).size();

        // When
        if (inboxForgotten) {
            Database.execute("DELETE FROM inbox WHERE tenant_id = ?", desk.tenant());
        }
        for (String topic : TOPICS) {
            List<PublishedEvent> events = Events.of(topic, desk.tenant());
            events.forEach(ReplayTest::again);
            events.forEach(ReplayTest::again);
            events.stream().map(PublishedEvent::subject).distinct().forEach(subject -> {
                desk.publish(topic, MARKER, subject, LAST, "{\"after\":{}}");
                desk.applied(topic, subject, LAST);
            });
        }

        // Then
        assertEquals(before, dump());
        assertEquals(links, desk.linkEvents(2).size());
    }

    private void history() {
        UUID asset = Ids.next();
        UUID ticket = Ids.next();
        UUID goneAsset = Ids.next();
        CopyHistory.of(desk, asset, goneAsset, ticket);
        desk.linkTicket(goneAsset, ticket).then().statusCode(201);
        desk.assetIsDeleted(goneAsset, 4);
        desk.applied(Topics.ASSETS, goneAsset, 4);
    }

    private static void again(PublishedEvent event) {
        byte[] value = event.payload().toString().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(event.topic(), event.key(), value);
        event.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        Events.send(record);
    }

    private Map<String, List<String>> dump() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach(table -> rows.put(
                table,
                Database.texts("SELECT t::text FROM " + table + " t WHERE tenant_id = ? ORDER BY 1", desk.tenant())));
        return rows;
    }
}
