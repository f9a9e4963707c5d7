package io.deskgraph.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplicaTest {

    private static final long NOW = Long.MAX_VALUE - 1_000_000_000L;

    private final Replica one = new Replica("a", 1);
    private final Replica two = new Replica("b", 2);
    private final Service service = new Service("tickets", List.of(one, two));

    @Test
    void equalsTakeTurns() {
        Set<Replica> chosen = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            chosen.add(service.choose(null, NOW));
        }
        assertEquals(Set.of(one, two), chosen);
    }

    @Test
    void theLessBusyIsPreferred() {
        one.began();
        for (int i = 0; i < 4; i++) {
            assertSame(two, service.choose(null, NOW));
        }
        one.ended();
    }

    @Test
    void whoRefusedIsLeftAloneForAWhileThatGrowsAndEnds() {
        // When
        one.refused(NOW);

        // Then: the clock may run over meanwhile
        assertSame(two, service.choose(null, NOW));
        assertTrue(one.isResting(NOW + millis(249)));
        assertFalse(one.isResting(NOW + millis(251)));
        one.refused(NOW + millis(251));
        assertTrue(one.isResting(NOW + millis(251 + 499)));
        assertFalse(one.isResting(NOW + millis(251 + 501)));
        for (int i = 0; i < 100; i++) {
            one.refused(NOW);
        }
        assertFalse(one.isResting(NOW + millis(8_001)));
    }

    @Test
    void anAnswerEndsTheRest() {
        one.refused(NOW);
        one.answered();
        assertFalse(one.isResting(NOW));
    }

    @Test
    void theOneThatHasJustFailedIsAskedAgainOnlyIfThereIsNoOther() {
        assertSame(two, service.choose(one, NOW));
        assertSame(one, new Service("single", List.of(one)).choose(one, NOW));
        two.refused(NOW);
        assertSame(one, service.choose(one, NOW));
    }

    @Test
    void allThatRefuseAreAskedAllTheSame() {
        one.refused(NOW);
        two.refused(NOW);
        assertTrue(service.choose(null, NOW) != null);
    }

    @Test
    void aRowOfSilencesCutsOff() {
        // When
        silence(one, Replica.SILENCES_IN_A_ROW - 1);
        assertFalse(one.isCutOff(NOW));
        one.answered();
        silence(one, Replica.SILENCES_IN_A_ROW - 1);
        assertFalse(one.isCutOff(NOW), "an answer ends the row");
        silence(one, 1);
        silence(two, Replica.SILENCES_IN_A_ROW);

        // Then
        assertNull(service.choose(null, NOW));
        assertTrue(service.choose(null, NOW + millis(5_001)) != null, "and then it is tried again");
    }

    private static void silence(Replica replica, int times) {
        for (int i = 0; i < times; i++) {
            replica.wasSilent(NOW);
        }
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
