package io.deskgraph.kit.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Puts the dialect's envelope round what an operation says it answers. Which dialect a path speaks is in the property
 * {@code deskgraph.openapi.envelopes}: {@code <path prefix>=data|asset|none}, separated by commas; the longest prefix
 * decides. An answer that is described with its envelope already stays as it is.
 */
final class Envelopes {

    private enum Kind {
        DATA,
        ASSET,
        NONE
    }

    private final Map<String, Kind> kinds = new TreeMap<>();

    Envelopes() {
        ConfigProvider.getConfig()
                .getOptionalValues("deskgraph.openapi.envelopes", String.class)
                .ifPresent(entries -> entries.forEach(this::add));
    }

    private void add(String entry) {
        String[] parts = entry.trim().split("=", 2);
        kinds.put(parts[0], Kind.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)));
    }

    void wrap(OpenAPI document) {
        Operations.each(document, (path, operation) -> {
            Kind kind = of(path);
            if (kind != Kind.NONE) {
                wrap(document, operation, kind);
            }
        });
    }

    private Kind of(String path) {
        Kind found = Kind.NONE;
        int longest = -1;
        for (Map.Entry<String, Kind> entry : kinds.entrySet()) {
            if (path.startsWith(entry.getKey()) && entry.getKey().length() > longest) {
                longest = entry.getKey().length();
                found = entry.getValue();
            }
        }
        return found;
    }

    private static void wrap(OpenAPI document, Operation operation, Kind kind) {
        if (operation.getResponses() == null) {
            return;
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            MediaType json = status.startsWith("2") && answer.getContent() != null
                    ? answer.getContent().getMediaType("application/json")
                    : null;
            if (json != null && json.getSchema() != null && !isWrapped(document, json.getSchema())) {
                json.setSchema(envelope(json.getSchema(), kind));
            }
        });
    }

    private static boolean isWrapped(OpenAPI document, Schema schema) {
        Map<String, Schema> properties = References.resolve(document, schema).getProperties();
        return properties != null && properties.containsKey("data");
    }

    private static Schema envelope(Schema data, Kind kind) {
        Schema envelope = OASFactory.createSchema().addType(SchemaType.OBJECT).addProperty("data", data);
        envelope.addRequired("data");
        if (isList(data)) {
            envelope.addProperty("pagination", References.to(PaginationSchema.NAME));
        }
        if (kind == Kind.ASSET) {
            envelope.addProperty("success", OASFactory.createSchema().addType(SchemaType.BOOLEAN));
            envelope.addProperty("meta", assetMeta());
            envelope.addRequired("success").addRequired("meta");
        } else {
            envelope.addProperty("meta", OASFactory.createSchema().addType(SchemaType.OBJECT));
        }
        return envelope;
    }

    private static boolean isList(Schema data) {
        return data.getType() != null && data.getType().contains(SchemaType.ARRAY);
    }

    private static Schema assetMeta() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty(
                        "timestamp",
                        OASFactory.createSchema().addType(SchemaType.STRING).format("date-time"))
                .addProperty("version", OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
