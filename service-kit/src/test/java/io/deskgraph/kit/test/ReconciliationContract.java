package io.deskgraph.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.inbox.OwnTable;
import io.deskgraph.kit.inbox.OwnTables;
import io.deskgraph.kit.inbox.Reconciliation;
import io.quarkus.arc.Arc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All that a service tells of can be reconciled. Subclass it as a {@code @QuarkusTest}. */
public abstract class ReconciliationContract {

    private final UUID tenant = Ids.next();

    @Test
    void everyTypeOfEventBelongsToATable() {
        for (String topic : topics()) {
            for (String type : EventTypes.on(topic)) {
                assertTrue(
                        tables().stream().anyMatch(table -> table.topic().equals(topic) && tells(table, type)),
                        type + " of " + topic);
            }
        }
    }

    @Test
    void ofEachTableItIsWithdrawnWhatTheDatabaseDoesNotHave() {
        // Given
        Map<String, OwnTable> subjects = new LinkedHashMap<>();
        tables().forEach(table -> subjects.put(table.prefix() + Ids.next(), table));
        subjects.forEach((subject, table) ->
                Events.publish(table.topic(), table.types().created(), tenant, subject, 1, payload(table)));

        // When
        Reconciliation reconciliation =
                Arc.container().instance(Reconciliation.class).get();
        topics().forEach(topic -> assertEquals(topic, reconciliation.run(topic).topic()));

        // Then
        assertFalse(subjects.isEmpty());
        subjects.forEach((subject, table) -> {
            PublishedEvent last = last(table, subject);
            assertEquals(table.types().deleted(), last.type());
            assertTrue(last.payload().path("after").isNull(), subject);
            assertEquals(2 + table.types().remains().size(), last.payload().size(), subject);
        });
    }

    private static boolean tells(OwnTable table, String type) {
        return type.startsWith(table.types().all());
    }

    private static String payload(OwnTable table) {
        String members = table.types().remains().stream()
                .map(member -> "\"" + member + "\":\"x\"")
                .collect(Collectors.joining(","));
        return "{\"after\":{" + members + "},\"changed\":{}}";
    }

    private PublishedEvent last(OwnTable table, String subject) {
        return Events.await(table.topic(), tenant, events -> events.stream()
                        .anyMatch(event -> event.subject().equals(subject) && event.version() == 2))
                .stream()
                .filter(event -> event.subject().equals(subject) && event.version() == 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<OwnTable> tables() {
        return Arc.container().listAll(OwnTables.class).stream()
                .flatMap(bean -> bean.get().all().stream())
                .toList();
    }

    private static Set<String> topics() {
        return tables().stream().map(OwnTable::topic).collect(Collectors.toSet());
    }
}
