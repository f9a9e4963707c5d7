package io.deskgraph.kit.openapi;

import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

final class Operations {

    interface Visitor {
        void visit(String path, HttpMethod method, Operation operation);
    }

    private Operations() {}

    static void each(OpenAPI document, Visitor visitor) {
        if (document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> visitor.visit(path, method, operation)));
        }
    }

    static void each(OpenAPI document, BiConsumer<String, Operation> visitor) {
        each(document, (path, method, operation) -> visitor.accept(path, operation));
    }
}
