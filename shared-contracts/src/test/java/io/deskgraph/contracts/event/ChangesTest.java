package io.deskgraph.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Instant THEN = Instant.parse("2026-11-02T08:15:30.120Z");

    @Test
    void names_what_differs_as_on_the_wire() {
        Row before = new Row("a", null, List.of("x"), THEN, 1);
        Row after = new Row("a", "b", List.of("x", "y"), THEN, 2);

        Map<String, Change> changes = Changes.between(before, after);

        assertEquals(
                Map.of("second_name", new Change(null, "b"), "tags", new Change(List.of("x"), List.of("x", "y"))),
                changes);
    }

    @Test
    void version_and_time_of_an_update_alone_are_no_change() {
        Row before = new Row("a", null, List.of(), THEN, 1);
        Row after = new Row("a", null, List.of(), THEN.plusSeconds(1), 2);

        assertEquals(Map.of(), Changes.between(before, after));
    }

    @Test
    void a_creation_and_a_deletion_change_nothing_by_name() {
        Row row = new Row("a", null, List.of(), THEN, 1);

        assertEquals(new EventPayload<>(row, Map.of()), EventPayload.created(row));
        assertNull(EventPayload.deleted().after());
    }

    @Test
    void look_ups_of_two_kinds_with_one_id_are_two_subjects() {
        var board = new ReferenceState(ReferenceState.BOARD, "7", "Service desk", Map.of(), 1);

        Fact written = board.written(Topics.TICKETS, Map.of());
        Fact deleted = ReferenceState.deleted(Topics.TICKETS, ReferenceState.STATUS, "7", 2);

        assertEquals("board:7", written.aggregateId());
        assertEquals(new EventPayload<>(board, Map.of()), written.payload());
        assertEquals("status:7", deleted.aggregateId());
        assertEquals(EventTypes.REFERENCE_CHANGED, deleted.type());
        assertEquals(EventPayload.deleted(), deleted.payload());
        assertEquals(2, deleted.aggregateVersion());
    }

    record Row(String firstName, @Nullable String secondName, List<String> tags, Instant updatedAt, long version) {}
}
