package io.deskgraph.kit.bad;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.deskgraph.kit.test.CodeRules;
import io.deskgraph.kit.test.ResourceRules;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail is worth nothing: each fails on the class made for it. */
class ArchitectureRulesTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules")
    void eachRuleFailsOnItsBadSample(ArchRule rule, Class<?> sample) {
        JavaClasses classes = new ClassFileImporter().importClasses(sample);

        assertThrows(AssertionError.class, () -> rule.check(classes));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(CodeRules.noJakartaTransactions(), BadService.Transaction.class),
                arguments(CodeRules.noFieldInjection(), BadService.FieldInjection.class),
                arguments(CodeRules.noBlockingCalls(Set.of()), BadService.Await.class),
                arguments(CodeRules.noBlockingCalls(Set.of()), BadService.Join.class),
                arguments(CodeRules.noBlockingCalls(Set.of()), BadService.Sleep.class),
                arguments(CodeRules.noBlockingClients(Set.of()), BadService.Jdbc.class),
                arguments(CodeRules.ownModuleOnly("io.deskgraph.kit"), BadService.OtherModule.class),
                arguments(CodeRules.injectedClock(), BadService.MachineTime.class),
                arguments(CodeRules.injectedClock(), BadService.MachineClock.class),
                arguments(CodeRules.injectedClock(), BadService.MachineMillis.class),
                arguments(CodeRules.nullMarkedPackages(), BadService.Sleep.class),
                arguments(ResourceRules.declaredPermission(), BadResource.Undeclared.class),
                arguments(ResourceRules.declaredPermission(), BadResource.OpenWithoutReason.class),
                arguments(ResourceRules.publicOperations(), BadResource.Hidden.class),
                arguments(ResourceRules.noRepositories(), BadResource.WithRepository.class),
                arguments(ResourceRules.noEntities(), BadResource.WithEntity.class));
    }

    @Test
    void aPackageThatMayBlockIsLeftAlone() {
        JavaClasses classes = new ClassFileImporter().importClasses(BadService.Jdbc.class, BadService.Await.class);
        Set<String> here = Set.of("io.deskgraph.kit.bad..");

        assertDoesNotThrow(() -> CodeRules.noBlockingClients(here).check(classes));
        assertDoesNotThrow(() -> CodeRules.noBlockingCalls(here).check(classes));
    }
}
