package io.deskgraph.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The compose file keeps every rule, and no rule would let a broken copy of it pass. */
class ComposeFileTest {

    private static final String TEXT = Repository.text("docker-compose.yml");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z_]+)");

    @ParameterizedTest
    @EnumSource
    void theFileKeeps(ComposeRule rule) {
        List<String> violations = rule.violations(ComposeFile.parse(TEXT));

        assertEquals(List.of(), violations);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aBrokenCopyIsFound(Mutation mutation) {
        // Given
        String broken = mutation.apply(TEXT);
        assertNotEquals(TEXT, broken);

        // When
        List<String> violations = mutation.rule().violations(ComposeFile.parse(broken));

        // Then
        assertFalse(violations.isEmpty(), mutation::toString);
    }

    static Stream<Mutation> mutations() {
        return Mutation.ALL.stream();
    }

    @Test
    void everyRuleIsTriedWithABrokenCopy() {
        Set<ComposeRule> tried = Mutation.ALL.stream()
                .map(Mutation::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ComposeRule.class)));

        assertEquals(EnumSet.allOf(ComposeRule.class), tried);
    }

    @Test
    void everyVariableIsExplainedAndNoneIsExplainedInVain() {
        // Given
        Set<String> read = REFERENCE
                .matcher(TEXT)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> explained = EnvFile.parse(Repository.text(".env.example")).keySet();

        // Then
        assertEquals(read, new TreeSet<>(explained));
    }

    @Test
    void theExampleHoldsNoSecret() {
        EnvFile.parse(Repository.text(".env.example")).forEach((name, value) -> {
            boolean secret = name.endsWith("PASSWORD") || name.endsWith("SECRET");
            assertEquals(secret, value.isEmpty(), name);
        });
    }
}
