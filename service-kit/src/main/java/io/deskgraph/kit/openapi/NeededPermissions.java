package io.deskgraph.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells with each operation which permissions its caller needs, as {@code x-permissions}. The scanner names an operation
 * after its method, class and package, which is how the method is found again; as a name for clients it is of no use
 * and is taken out.
 */
final class NeededPermissions {

    static final String EXTENSION = "x-permissions";

    private static final DotName ALLOWED = DotName.createSimple("io.quarkus.security.PermissionsAllowed");
    private static final DotName ALLOWED_LIST = DotName.createSimple("io.quarkus.security.PermissionsAllowed$List");

    private final IndexView index;

    NeededPermissions(IndexView index) {
        this.index = index;
    }

    void tell(OpenAPI document) {
        Operations.each(document, (path, operation) -> tell(operation));
    }

    private void tell(Operation operation) {
        String id = operation.getOperationId();
        MethodInfo method = id == null ? null : method(id);
        if (method == null) {
            return;
        }
        operation.setOperationId(null);
        List<String> permissions = permissions(method);
        if (!permissions.isEmpty()) {
            operation.addExtension(EXTENSION, permissions);
        }
    }

    private @Nullable MethodInfo method(String id) {
        int end = id.lastIndexOf('_');
        ClassInfo type = end < 0 ? null : index.getClassByName(id.substring(0, end));
        return type == null
                ? null
                : type.methods().stream()
                        .filter(method -> method.name().equals(id.substring(end + 1)))
                        .findFirst()
                        .orElse(null);
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
