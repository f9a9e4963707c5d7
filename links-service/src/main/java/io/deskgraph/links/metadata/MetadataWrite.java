package io.deskgraph.links.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.links.assetlink.BodyReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metadata to be written. Of a key that is there twice neither value is meant more than the other: none is written.
 *
 * @param replaceAll what is not among the items goes
 */
record MetadataWrite(List<MetadataItem> items, boolean replaceAll) {

    static final int MAX_ITEMS = 500;

    static MetadataWrite upsert(JsonNode json) {
        return new MetadataWrite(MetadataItem.readAll(new BodyReader(json)), false);
    }

    static MetadataWrite update(JsonNode json) {
        BodyReader body = new BodyReader(json);
        List<MetadataItem> items = MetadataItem.readAll(body);
        boolean replaceAll = isReplacement(body, body.optionalText("updateType"));
        if (replaceAll && items.size() > MAX_ITEMS) {
            throw body.wrong("metadata", "REPLACE_ALL operations are limited to 500 metadata items");
        }
        return new MetadataWrite(items, replaceAll);
    }

    List<MetadataItem> unambiguous() {
        Set<String> repeated = repeated();
        return items.stream().filter(item -> !repeated.contains(item.key())).toList();
    }

    Set<String> repeated() {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (MetadataItem item : items) {
            if (!seen.add(item.key())) {
                repeated.add(item.key());
            }
        }
        return repeated;
    }

    private static boolean isReplacement(BodyReader body, @Nullable String sent) {
        return switch (sent == null ? "update" : sent.toLowerCase(Locale.ROOT)) {
            case "update" -> false;
            case "replace_all" -> true;
            default ->
                throw body.wrong(
                        "updateType", "value is not a valid enumeration member; permitted: 'update', 'replace_all'");
        };
    }
}
