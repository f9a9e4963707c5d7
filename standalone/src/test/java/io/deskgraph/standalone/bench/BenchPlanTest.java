package io.deskgraph.standalone.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchPlanTest {
    private static final Sizes SIZES = new Sizes(7, 2, 40, 60, 300);

    private final BenchPlan plan = BenchPlan.of(SIZES, 0);

    @Test
    void theSameSeedMakesTheSameDataAndAnotherForEachTenant() {
        assertEquals(plan, BenchPlan.of(new Sizes(7, 2, 40, 60, 300), 0));
        assertNotEquals(plan, BenchPlan.of(SIZES, 1));
        assertNotEquals(plan, BenchPlan.of(new Sizes(8, 2, 40, 60, 300), 0));
    }

    @Test
    void thereIsAsMuchAsWasAskedFor() {
        assertEquals(40, plan.assets().size());
        assertEquals(60, plan.tickets().size());
        assertEquals(300, plan.links().size());
    }

    @Test
    void noPairIsLinkedTwice() {
        assertEquals(300, new HashSet<>(plan.links()).size());
    }

    @Test
    void eachAssetButTheFirstHangsUnderAnEarlierOne() {
        assertEquals(39, plan.parents().size());
        assertTrue(IntStream.range(0, 39).allMatch(place -> plan.parents().get(place) <= place));
    }

    @Test
    void moreLinksThanCanBeFoundAtRandomAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sizes(1, 1, 2, 1, 2));
    }
}
