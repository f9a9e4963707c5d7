package io.deskgraph.kit.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * What one operation takes whole, to make something, and another takes as {@link io.deskgraph.kit.http.Sent}, to change
 * some of its members, is described twice: nothing is compulsory in the second.
 */
final class PartialBodies {

    private static final String PREFIX = "Partial";

    private PartialBodies() {}

    /** @param sent the bodies that are sent in part, by now without their wrapping */
    static void describe(OpenAPI document, List<MediaType> sent) {
        Set<String> whole = whole(document, sent);
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        for (MediaType type : sent) {
            String name = References.name(type.getSchema());
            Schema described = name == null ? null : schemas.get(name);
            if (name != null && described != null && described.getRequired() != null && whole.contains(name)) {
                document.getComponents().addSchema(PREFIX + name, partial(described));
                type.setSchema(References.to(PREFIX + name));
            }
        }
    }

    private static Set<String> whole(OpenAPI document, List<MediaType> sent) {
        Set<String> names = new HashSet<>();
        Operations.each(document, (path, operation) -> {
            if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
                operation.getRequestBody().getContent().getMediaTypes().values().stream()
                        .filter(type ->
                                type.getSchema() != null && sent.stream().noneMatch(part -> part == type))
                        .map(type -> References.name(type.getSchema()))
                        .forEach(names::add);
            }
        });
        return names;
    }

    private static Schema partial(Schema whole) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(whole.getDescription())
                .properties(whole.getProperties());
    }
}
