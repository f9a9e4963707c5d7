package io.deskgraph.kit.openapi;

import io.deskgraph.kit.http.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** A client sends the body itself, not the {@link Sent} that tells absent from null. */
final class SentBodies {

    private static final String PREFIX = Sent.class.getSimpleName();

    private SentBodies() {}

    /** The bodies that were wrapped. */
    static List<MediaType> unwrap(OpenAPI document) {
        List<MediaType> unwrapped = new ArrayList<>();
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return unwrapped;
        }
        Operations.each(document, (path, operation) -> {
            if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
                operation.getRequestBody().getContent().getMediaTypes().values().stream()
                        .filter(type -> unwrap(type, schemas))
                        .forEach(unwrapped::add);
            }
        });
        schemas.entrySet().stream()
                .filter(schema -> isSent(schema.getKey(), schema.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(document.getComponents()::removeSchema);
        return unwrapped;
    }

    private static boolean unwrap(MediaType type, Map<String, Schema> schemas) {
        String name = type.getSchema() == null ? null : References.name(type.getSchema());
        Schema sent = name == null ? null : schemas.get(name);
        if (name == null || sent == null || !isSent(name, sent)) {
            return false;
        }
        type.setSchema(sent.getProperties().get("body"));
        return true;
    }

    private static boolean isSent(String name, Schema schema) {
        return name.startsWith(PREFIX)
                && schema.getProperties() != null
                && schema.getProperties().keySet().equals(java.util.Set.of("body", "names"));
    }
}
