package io.deskgraph.kit.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.identity.PolicyState;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Says how fast decisions are; how fast they have to be is for the tests of what uses them. */
class DecisionSpeedTest {

    private static final Logger LOG = Logger.getLogger(DecisionSpeedTest.class);
    private static final int ASSETS = 10_000;
    private static final int CONSTRAINTS = 20;
    private static final int ROUNDS = 20;
    private static final Set<String> ROLES = Set.of("Technician", "Admin");

    private final RandomPolicies world = new RandomPolicies(new Random(7));

    @Test
    void tenThousandAssetsAndTwentyConstraints() {
        // Given
        List<PolicyState> policies = Stream.generate(world::policies)
                .flatMap(List::stream)
                .limit(CONSTRAINTS)
                .toList();
        List<AssetAttributes> assets =
                Stream.generate(world::asset).limit(ASSETS).toList();

        // When
        long firstNanos = nanos(() -> allowed(policies, assets));
        Access access = access(policies);
        long expected = access.allowed(assets, asset -> asset).size();
        long nanos = nanos(() -> {
            long allowed = 0;
            for (int i = 0; i < ROUNDS; i++) {
                allowed += access.allowed(assets, asset -> asset).size();
            }
            return allowed;
        });

        // Then
        LOG.infof(
                "%d assets under %d constraints: %d ms from nothing, then %,d decisions a second",
                ASSETS, CONSTRAINTS, firstNanos / 1_000_000, (long) ASSETS * ROUNDS * 1_000_000_000L / nanos);
        assertEquals(expected, allowed(policies, assets));
    }

    @Test
    void casbinAlone() {
        // Given
        List<PolicyState> policies = Stream.generate(world::policies)
                .flatMap(List::stream)
                .limit(CONSTRAINTS)
                .toList();
        List<AssetAttributes> assets = Stream.generate(world::asset).limit(500).toList();
        PolicySnapshot snapshot = PolicySnapshot.of(policies);
        UUID user = world.user();

        // When: a new access each time has nothing to remember
        long nanos = nanos(() -> assets.stream()
                .filter(asset -> PolicySnapshot.of(policies)
                        .of(user, ROLES)
                        .assets(Verb.GET)
                        .allows(asset))
                .count());

        // Then
        LOG.infof("Compiling %d constraints and deciding once: %d microseconds", CONSTRAINTS, nanos / 1_000 / 500);
        Access access = snapshot.of(user, ROLES).assets(Verb.GET);
        assets.forEach(asset ->
                assertEquals(NaiveRights.allows(policies, user, ROLES, Verb.GET, asset), access.allows(asset)));
    }

    private static long allowed(List<PolicyState> policies, List<AssetAttributes> assets) {
        return access(policies).allowed(assets, asset -> asset).size();
    }

    private static Access access(List<PolicyState> policies) {
        return PolicySnapshot.of(policies).of(new UUID(0, 1), ROLES).assets(Verb.GET);
    }

    private static long nanos(LongSupplier work) {
        long start = System.nanoTime();
        long result = work.getAsLong();
        long took = System.nanoTime() - start;
        LOG.debugf("%d allowed", result);
        return took;
    }
}
