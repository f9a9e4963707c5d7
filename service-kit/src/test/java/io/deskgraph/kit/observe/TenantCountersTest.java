package io.deskgraph.kit.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantCountersTest {

    private static final long PERIOD = Duration.ofMinutes(1).toNanos();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TenantCounters counters = new TenantCounters(registry, new Two());
    private long now = System.nanoTime();

    private record Two() implements MetricsConfig {

        @Override
        public int tenants() {
            return 2;
        }

        @Override
        public Duration ranking() {
            return Duration.ofNanos(PERIOD);
        }
    }

    @Test
    void theFirstHaveNamesAndTheOthersAreTogether() {
        ask("a", 3);
        ask("b", 2);
        ask("c", 4);
        ask("d", 1);

        assertEquals(Map.of("a", 3.0, "b", 2.0, "other", 5.0), counted());
    }

    @Test
    void manyTenantsAreFewNames() {
        IntStream.range(0, 20_000).forEach(i -> ask("t" + i, 1));

        assertEquals(Set.of("t0", "t1", "other"), counted().keySet());
        assertEquals(19_998.0, counted().get("other"));
    }

    @Test
    void aMuchBusierOneTakesTheQuietestsPlaceAfterThePeriod() {
        // Given
        ask("a", 10);
        ask("b", 1);
        ask("c", 3);

        // When
        nextPeriod();
        ask("c", 5);
        ask("b", 1);

        // Then
        assertEquals(Map.of("a", 10.0, "c", 4.0, "other", 5.0), counted(), "the first of c's five ends the period");
    }

    @Test
    void oneThatIsNotMuchBusierDoesNot() {
        ask("a", 10);
        ask("b", 3);
        ask("c", 4);

        nextPeriod();
        ask("c", 1);

        assertEquals(Map.of("a", 10.0, "b", 3.0, "other", 5.0), counted());
    }

    @Test
    void oneNameChangesInAPeriod() {
        // Given
        ask("a", 1);
        ask("b", 1);
        ask("c", 100);
        ask("d", 100);

        // When
        nextPeriod();
        ask("a", 1);

        // Then
        assertEquals(Set.of("a", "c", "other"), counted().keySet(), "b was quieter, and c comes before d");
    }

    @Test
    void aTenantThatIsCalledOtherIsAmongTheOthers() {
        ask("other", 1);
        ask("a", 1);
        ask("b", 1);

        assertEquals(Map.of("a", 1.0, "b", 1.0, "other", 1.0), counted());
    }

    private void ask(String slug, int times) {
        IntStream.range(0, times).forEach(i -> counters.count(slug, Status.SUCCESS, now));
    }

    private void nextPeriod() {
        now += 2 * PERIOD;
    }

    private Map<String, Double> counted() {
        return registry.find(TenantCounters.NAME).tag("status", "2xx").counters().stream()
                .collect(Collectors.toMap(
                        counter -> String.valueOf(counter.getId().getTag("tenant")),
                        Counter::count,
                        Double::sum,
                        TreeMap::new));
    }
}
