package io.deskgraph.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/**
 * Tells with each operation which permissions its caller needs, as {@code x-permissions}. The scanner's name of an operation
 * is how its method is found; as a name for clients it is of no use and is taken out.
 */
final class NeededPermissions {

    static final String EXTENSION = "x-permissions";

    private static final DotName ALLOWED = DotName.createSimple("io.quarkus.security.PermissionsAllowed");
    private static final DotName ALLOWED_LIST = DotName.createSimple("io.quarkus.security.PermissionsAllowed$List");

    private final Methods methods;

    NeededPermissions(Methods methods) {
        this.methods = methods;
    }

    void tell(OpenAPI document) {
        Operations.each(document, (path, operation) -> tell(operation));
    }

    private void tell(Operation operation) {
        MethodInfo method = methods.of(operation);
        if (method == null) {
            return;
        }
        operation.setOperationId(null);
        List<String> permissions = permissions(method);
        if (!permissions.isEmpty()) {
            operation.addExtension(EXTENSION, permissions);
        }
    }

    private static List<String> permissions(MethodInfo method) {
        List<String> own = permissions(method.annotations().stream()
                .filter(annotation ->
                        annotation.target() != null && annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .toList());
        return own.isEmpty() ? permissions(List.copyOf(method.declaringClass().declaredAnnotations())) : own;
    }

    private static List<String> permissions(List<AnnotationInstance> annotations) {
        List<String> found = new ArrayList<>();
        for (AnnotationInstance annotation : annotations) {
            if (annotation.name().equals(ALLOWED)) {
                found.addAll(List.of(annotation.value().asStringArray()));
            } else if (annotation.name().equals(ALLOWED_LIST)) {
                for (AnnotationInstance one : annotation.value().asNestedArray()) {
                    found.addAll(List.of(one.value().asStringArray()));
                }
            }
        }
        return found;
    }
}
