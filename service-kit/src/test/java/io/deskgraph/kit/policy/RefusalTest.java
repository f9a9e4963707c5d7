package io.deskgraph.kit.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.identity.PolicyState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in doubt is refused, and what a tenant writes is never anything but a text to compare with. */
class RefusalTest {

    private static final UUID USER = new UUID(0, 1);
    private static final String ROLE = "Technician";

    @Test
    void anErrorWhileDecidingMeansNo() {
        // Given
        Access access = access(ROLE, policy("assetName", "equals", "PC", "allow"));
        assertTrue(access.allows(named("PC")));

        // When
        Attributes broken = field -> {
            throw new IllegalStateException("no such field");
        };

        // Then
        assertFalse(access.allows(broken));
        assertEquals(List.of(), access.allowed(List.of(broken), object -> object));
    }

    @Test
    void whatDeniesWins() {
        Access access = access(
                ROLE,
                policy("assetName", "contains", ".*", "allow"),
                policy("tags", "is_one_of", "locked", "deny"),
                policy("tags", "is_one_of", "locked", "allow"));

        assertTrue(access.allows(named("PC")));
        assertFalse(access.allows(new AssetAttributes(USER, "T", "default", "PC", "pc", List.of("x", "locked"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' || true || '",
                "\" || true",
                "x) || true || (applies(r.obj, '0')",
                "true",
                "{{true}}",
                "${true}",
                "p, caller, 0, GET, allow",
                "0",
                "1 == 1",
                "%",
                "(.*)"
            })
    void noTextIsEvaluated(String text) {
        // Given
        Access allowing = access(ROLE, policy("assetName", "equals", text, "allow"));
        Access denying = access(
                ROLE, policy("assetName", "contains", ".*", "allow"), policy("assetName", "contains", text, "deny"));

        // Then
        assertTrue(allowing.allows(named(text)));
        assertFalse(allowing.allows(named("PC")));
        assertFalse(denying.allows(named(text)));
        assertTrue(denying.allows(named("PC")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a, b", "role' || true", "caller", "user::00000000-0000-0000-0000-000000000001", "*"})
    void theNameOfARoleIsAName(String role) {
        Access access =
                access(role, PolicySample.of(USER, "asset", "assetName", "equals", "PC", role, Verb.GET, "allow"));
        Access other =
                access("Another", PolicySample.of(USER, "asset", "assetName", "equals", "PC", role, Verb.GET, "allow"));

        assertTrue(access.allows(named("PC")));
        assertFalse(other.allows(named("PC")));
    }

    private static Access access(String role, PolicyState... policies) {
        return PolicySnapshot.of(Stream.of(policies).toList())
                .of(USER, Set.of(role))
                .assets(Verb.GET);
    }

    private static PolicyState policy(String field, String operator, String value, String effect) {
        return PolicySample.of(UUID.randomUUID(), "asset", field, operator, value, ROLE, Verb.GET, effect);
    }

    private static AssetAttributes named(String name) {
        return new AssetAttributes(USER, "T", "default", name, "pc", List.of());
    }
}
