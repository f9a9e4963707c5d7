package io.deskgraph.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;

/** Rules on any code. */
public final class CodeRules {

    /** These hold threads of their own and no request waits for them. */
    private static final Set<String> BACKGROUND =
            Set.of("io.deskgraph.kit.outbox..", "io.deskgraph.kit.inbox..", "io.deskgraph.kit.topic..");

    private CodeRules() {}

    public static List<ArchRule> all(String root, Set<String> mayBlock) {
        return List.of(
                noJakartaTransactions(),
                noFieldInjection(),
                noBlockingCalls(mayBlock),
                noBlockingClients(mayBlock),
                ownModuleOnly(root),
                injectedClock(),
                nullMarkedPackages());
    }

    public static ArchRule noJakartaTransactions() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.transaction..")
                .as("no transaction but the kit's");
    }

    public static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .as("no field injection");
    }

    public static ArchRule noBlockingCalls(Set<String> mayBlock) {
        return noClasses()
                .that(mustNotBlock(mayBlock))
                .should()
                .callMethodWhere(describe("a call waits", CodeRules::waits))
                .allowEmptyShould(true)
                .as("nothing waits on a request path");
    }

    public static ArchRule noBlockingClients(Set<String> mayBlock) {
        return noClasses()
                .that(mustNotBlock(mayBlock))
                .should()
                .dependOnClassesThat(describe("block", CodeRules::isBlockingClient))
                .allowEmptyShould(true)
                .as("no blocking client on a request path");
    }

    public static ArchRule ownModuleOnly(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.deskgraph..")
                        .and(not(resideInAnyPackage(root + "..", "io.deskgraph.kit..", "io.deskgraph.contracts.."))))
                .as("no other module's packages but the kit's and the contracts'");
    }

    public static ArchRule injectedClock() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.deskgraph.kit.http.ClockProducer")
                .should()
                .callMethodWhere(describe("the machine is asked for the time", CodeRules::readsMachineTime))
                .as("time comes from the injected clock");
    }

    public static ArchRule nullMarkedPackages() {
        return classes().should(beInNullMarkedPackage()).as("every package is null-marked");
    }

    private static DescribedPredicate<JavaClass> mustNotBlock(Set<String> mayBlock) {
        return not(resideInAnyPackage(BACKGROUND.toArray(String[]::new)))
                .and(not(resideInAnyPackage(mayBlock.toArray(String[]::new))));
    }

    private static boolean waits(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "await" -> owner.isAssignableTo(Uni.class);
            case "get", "join" -> owner.isAssignableTo(Future.class) || owner.isAssignableTo(CompletableFuture.class);
            case "sleep" -> owner.isEquivalentTo(Thread.class);
            default -> false;
        };
    }

    private static boolean isBlockingClient(JavaClass type) {
        String name = type.getName();
        return name.startsWith("java.net.http.")
                || name.startsWith("java.sql.") && !type.isEquivalentTo(SQLException.class)
                || name.startsWith("javax.sql.")
                || name.startsWith("org.apache.kafka.clients.");
    }

    private static boolean readsMachineTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean injected =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.") && !injected;
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            default -> owner.equals("java.time.Clock") && call.getName().startsWith("system");
        };
    }

    private static ArchCondition<JavaClass> beInNullMarkedPackage() {
        return new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().tryGetPackageInfo().isPresent()
                        && type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + " is in a package without @NullMarked"));
            }
        };
    }
}
