package io.deskgraph.kit.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas by name. */
final class References {

    private References() {}

    static Schema to(String name) {
        return OASFactory.createSchema().ref(name);
    }

    static @Nullable String name(Schema schema) {
        String reference = schema.getRef();
        return reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The schema itself, or the one it names. */
    static Schema resolve(OpenAPI document, Schema schema) {
        String name = name(schema);
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Schema named = name == null || schemas == null ? null : schemas.get(name);
        return named == null ? schema : named;
    }
}
