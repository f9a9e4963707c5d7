package io.deskgraph.kit.openapi;

import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Finds the method behind an operation, which the scanner names after its package, class and method. */
record Methods(IndexView index) {

    @Nullable
    MethodInfo of(Operation operation) {
        String id = operation.getOperationId();
        if (id == null || id.lastIndexOf('_') < 0) {
            return null;
        }
        int end = id.lastIndexOf('_');
        ClassInfo type = index.getClassByName(id.substring(0, end));
        return type == null
                ? null
                : type.methods().stream()
                        .filter(method -> method.name().equals(id.substring(end + 1)))
                        .findFirst()
                        .orElse(null);
    }
}
