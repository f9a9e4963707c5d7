package io.deskgraph.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    private static final UUID ID = UUID.fromString("0199f3a0-0003-7000-8000-000000000001");

    @Test
    void every_constant_travels_on_a_topic() throws IllegalAccessException {
        Set<String> constants = new TreeSet<>();
        for (Field field : EventTypes.class.getFields()) {
            constants.add((String) field.get(null));
        }

        assertEquals(constants, new TreeSet<>(EventTypes.all()));
        assertTrue(constants.stream().allMatch(type -> type.matches("io\\.deskgraph\\.[a-z_]+\\.[a-z_]+\\.v1")));
    }

    @Test
    void only_look_ups_travel_on_two_topics() {
        List<String> twice = EventTypes.all().stream()
                .filter(type -> Topics.ALL.stream()
                                .filter(topic -> EventTypes.on(topic).contains(type))
                                .count()
                        > 1)
                .toList();

        assertEquals(List.of(EventTypes.REFERENCE_CHANGED), twice);
        assertEquals(List.of(), EventTypes.on("another.topic"));
    }

    @Test
    void a_type_names_its_schema_and_a_topic_its_dead_letters() {
        assertEquals(
                URI.create("https://deskgraph.io/schemas/io.deskgraph.ticket.created.v1.json"),
                EventTypes.schemaUri(EventTypes.TICKET_CREATED));
        assertEquals("deskgraph.tickets.dlq", Topics.deadLetters(Topics.TICKETS));
    }

    @Test
    void a_fact_is_caused_by_the_request_unless_told_otherwise() {
        Fact fact = Fact.of(Topics.TICKETS, EventTypes.TICKET_CREATED, ID, 1, Map.of());

        Fact caused = fact.causedBy(new UUID(1, 2));

        assertEquals(ID.toString(), fact.aggregateId());
        assertEquals(null, fact.causationId());
        assertEquals(new UUID(1, 2).toString(), caused.causationId());
        assertEquals(fact.aggregateVersion(), caused.aggregateVersion());
    }

    @Test
    void versions_start_at_one() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Fact.of(Topics.TICKETS, EventTypes.TICKET_CREATED, ID, 0, Map.of()));
    }
}
