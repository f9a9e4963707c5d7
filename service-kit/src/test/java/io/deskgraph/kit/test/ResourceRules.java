package io.deskgraph.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.Predicate;

/** Rules on the classes that speak HTTP. */
public final class ResourceRules {

    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private ResourceRules() {}

    public static List<ArchRule> all() {
        return List.of(declaredPermission(), publicOperations(), noRepositories(), noEntities());
    }

    /** Denied at run time anyway; here the build says so first. */
    public static ArchRule declaredPermission() {
        return onOperations(
                "every operation declares its permission, or why it needs none",
                operation -> declares(operation) || declares(operation.getOwner()));
    }

    /** The platform leaves out any other operation without a word. */
    public static ArchRule publicOperations() {
        return onOperations(
                "every operation is public",
                operation -> operation.getModifiers().contains(JavaModifier.PUBLIC));
    }

    public static ArchRule noRepositories() {
        return noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .allowEmptyShould(true)
                .as("resources do not reach for repositories");
    }

    public static ArchRule noEntities() {
        return onOperations(
                "no entity in an operation's signature", operation -> operation.getAllInvolvedRawTypes().stream()
                        .noneMatch(type -> type.isAnnotatedWith(Entity.class)));
    }

    private static boolean declares(CanBeAnnotated element) {
        boolean permission = element.isAnnotatedWith(PermissionsAllowed.class)
                || element.isAnnotatedWith(PermissionsAllowed.List.class);
        boolean open = element.isAnnotatedWith(PermitAll.class) || element.isAnnotatedWith(Authenticated.class);
        return permission || open && element.isAnnotatedWith(OpenTo.class);
    }

    private static ArchRule onOperations(String text, Predicate<JavaMethod> holds) {
        return methods()
                .that(describe("are operations", ResourceRules::isOperation))
                .should(hold(text, holds))
                .allowEmptyShould(true)
                .as(text);
    }

    /** The interface of a REST client asks; it does not answer. */
    private static boolean isOperation(JavaMethod method) {
        return !method.getOwner().isAnnotatedWith(REST_CLIENT)
                && method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static ArchCondition<JavaMethod> hold(String text, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, holds.test(method), method.getFullName() + " breaks: " + text));
            }
        };
    }
}
