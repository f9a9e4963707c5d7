package io.deskgraph.kit.problem;

import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CallerIdentity;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first permission that an operation asks for and the caller has not. */
final class MissingPermission {

    private MissingPermission() {}

    static @Nullable String of(
            @Nullable Method operation, @Nullable Class<?> resource, @Nullable SecurityIdentity identity) {
        Caller caller = identity == null ? null : CallerIdentity.callerOf(identity);
        return Stream.concat(asked(operation), asked(resource))
                .filter(permission -> permission.contains(":"))
                .filter(permission -> caller == null || !caller.may(permission))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> asked(@Nullable AnnotatedElement element) {
        return element == null
                ? Stream.empty()
                : Arrays.stream(element.getAnnotationsByType(PermissionsAllowed.class))
                        .flatMap(allowed -> Arrays.stream(allowed.value()));
    }
}
