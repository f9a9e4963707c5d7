package io.deskgraph.kit.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.identity.PolicyState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Ten thousand random decisions, each as the naive evaluator makes it. */
class DecisionTest {

    private static int allowed;
    private static int denied;

    @Property(tries = 10_000)
    void isTheNaiveOne(@ForAll("worlds") RandomPolicies world) {
        List<PolicyState> policies = world.policies();
        UUID user = world.user();
        Set<String> roles = world.roles();
        Verb verb = world.verb();
        AssetAttributes asset = world.asset();
        boolean expected = NaiveRights.allows(policies, user, roles, verb, asset);

        Access access = PolicySnapshot.of(policies).of(user, roles).assets(verb);

        assertEquals(expected, access.allows(asset));
        assertEquals(expected ? List.of(asset) : List.of(), access.allowed(List.of(asset), found -> found));
        assertTrue(expected || !access.isUnrestricted());
        count(expected);
    }

    /** Decisions that were nearly all of one kind would prove little. */
    @AfterContainer
    static void bothKindsWereMade() {
        assertEquals(10_000, allowed + denied);
        assertTrue(allowed > 1_000 && denied > 1_000, () -> allowed + " allowed, " + denied + " denied");
    }

    private static void count(boolean allowance) {
        if (allowance) {
            allowed++;
        } else {
            denied++;
        }
    }

    @Provide
    Arbitrary<RandomPolicies> worlds() {
        return Arbitraries.randomValue(RandomPolicies::new);
    }
}
