package io.deskgraph.kit.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What must hold in every module's main classes. Subclass it with the module's root package. */
public abstract class ArchitectureRules {

    private final String root;
    private final Set<String> mayBlock;

    /** @param mayBlock packages with threads of their own or at work before the first request, such as {@code a.b.registry..} */
    protected ArchitectureRules(String root, String... mayBlock) {
        this.root = root;
        this.mayBlock = Set.of(mayBlock);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        return Stream.concat(CodeRules.all(root, mayBlock).stream(), ResourceRules.all().stream())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }
}
