package io.deskgraph.kit.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Takes out what an operation never answers, though others of its kind do: nobody lacks a permission where all may. */
final class ImpossibleAnswers {

    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName NEVER = DotName.createSimple(NeverAnswers.class);

    private final Methods methods;

    ImpossibleAnswers(Methods methods) {
        this.methods = methods;
    }

    void leaveOut(OpenAPI document) {
        Operations.each(document, (path, operation) -> leaveOut(operation));
    }

    private void leaveOut(Operation operation) {
        MethodInfo method = methods.of(operation);
        if (method == null) {
            return;
        }
        if (method.hasAnnotation(PERMIT_ALL)) {
            operation.getResponses().removeAPIResponse("403");
        }
        AnnotationInstance never = method.annotation(NEVER);
        List<String> statuses =
                never == null ? List.of() : List.of(never.value().asStringArray());
        statuses.forEach(operation.getResponses()::removeAPIResponse);
    }
}
