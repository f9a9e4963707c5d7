package io.deskgraph.standalone.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPlanTest {
    private final DemoPlan plan = DemoPlan.of("acme");

    @Test
    void itIsTheSameEveryTimeAndAnotherForEachTenant() {
        assertEquals(plan, DemoPlan.of("acme"));
        assertNotEquals(plan, DemoPlan.of("globex"));
    }

    @Test
    void itHasTheDocumentedSizeAndUniqueTags() {
        assertEquals(200, plan.assets().size());
        assertEquals(100, plan.tickets().size());
        assertEquals(
                200, plan.assets().stream().map(DemoPlan.Asset::tag).distinct().count());
    }

    @Test
    void noTicketNamesAnAssetTwice() {
        for (DemoPlan.Ticket ticket : plan.tickets()) {
            assertEquals(ticket.assets().size(), new HashSet<>(ticket.assets()).size(), ticket.title());
            assertTrue(ticket.assets().stream().allMatch(place -> place >= 0 && place < 200), ticket.title());
        }
    }

    @Test
    void aFewServersDrawMuchAndMostAssetsNothing() {
        // When
        List<Integer> mentions = plan.tickets().stream()
                .flatMap(ticket -> ticket.assets().stream())
                .toList();
        Map<Integer, Long> counts =
                mentions.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        // Then
        assertTrue(Collections.max(counts.values()) >= 10, counts.toString());
        assertTrue(counts.size() < 120, counts.toString());
        assertTrue(plan.tickets().stream().anyMatch(ticket -> ticket.assets().size() >= 3));
    }
}
