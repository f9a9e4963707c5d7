package io.deskgraph.links.metadata;

import io.deskgraph.links.assetlink.BodyReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key with its value. */
record MetadataItem(String key, String value, ValueType type) {

    static final int MAX_KEY = 256;

    /** Mistakes are told one at a time. */
    static List<MetadataItem> readAll(BodyReader body) {
        List<BodyReader> objects = body.objects("metadata");
        if (objects.isEmpty()) {
            throw body.wrong("metadata", "metadata must contain at least 1 item");
        }
        return objects.stream().map(MetadataItem::read).toList();
    }

    private static MetadataItem read(BodyReader body) {
        String key = body.text("metadataKey");
        String value = body.text("metadataValue");
        if (key.isEmpty()) {
            throw body.wrong("metadataKey", "ensure this value has at least 1 characters");
        }
        if (key.codePointCount(0, key.length()) > MAX_KEY) {
            throw body.wrong("metadataKey", "ensure this value has at most 256 characters");
        }
        ValueType type = type(body, body.optionalText("metadataValueType"));
        String mistake = type.mistake(value);
        if (mistake != null) {
            throw body.wrong("metadataValue", "metadataValue " + mistake);
        }
        return new MetadataItem(key, value, type);
    }

    private static ValueType type(BodyReader body, @Nullable String sent) {
        ValueType type = sent == null ? ValueType.STRING : ValueType.of(sent);
        if (type == null) {
            throw body.wrong(
                    "metadataValueType",
                    "Invalid metadataValueType '" + sent + "'. Supported types are: " + ValueType.all());
        }
        return type;
    }
}
