package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.links.edge.AssetRef;
import io.deskgraph.links.edge.EdgeTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link as a client wants it.
 *
 * @param alias never an empty text
 */
record LinkRequest(
        AssetRef from, AssetRef to, String type, @Nullable String alias, List<String> tags) {

    static final int MAX_ALIAS = 128;
    static final String ONLY_PARENT_CHILD = "assetLinkAliasId can only be used with parentChild relationships";
    private static final List<String> REQUIRED =
            List.of("fromAssetId", "fromAssetDatabaseId", "toAssetId", "toAssetDatabaseId", "relationshipType");
    private static final String SAME = "Cannot create asset link to the same asset";

    /** Mistakes are told one at a time, in the order that clients know. */
    static LinkRequest read(JsonNode json) {
        BodyReader body = new BodyReader(json);
        REQUIRED.forEach(body::require);
        String fromId = body.text("fromAssetId");
        String fromDatabase = body.text("fromAssetDatabaseId");
        String toId = body.text("toAssetId");
        String toDatabase = body.text("toAssetDatabaseId");
        String type = type(body);
        String alias = alias(body, type);
        List<String> tags = tags(json, body);
        AssetRef from = Names.asset("fromAssetId", fromId, "fromAssetDatabaseId", fromDatabase);
        AssetRef to = Names.asset("toAssetId", toId, "toAssetDatabaseId", toDatabase);
        if (from.equals(to)) {
            throw Names.invalid("toAssetId", SAME);
        }
        return new LinkRequest(from, to, type, alias, tags);
    }

    static void requireTwo(Object oneId, Object otherId) {
        if (oneId.equals(otherId)) {
            throw Names.invalid("toAssetId", SAME);
        }
    }

    /** Null for absent and null; may be empty. */
    static @Nullable String alias(BodyReader body) {
        String alias = body.optionalText("assetLinkAliasId");
        if (alias != null && alias.codePointCount(0, alias.length()) > MAX_ALIAS) {
            throw body.wrong("assetLinkAliasId", "ensure this value has at most 128 characters");
        }
        return alias;
    }

    private static String type(BodyReader body) {
        String type = body.text("relationshipType");
        if (!type.equals(EdgeTypes.RELATED) && !type.equals(EdgeTypes.PARENT_CHILD)) {
            throw body.wrong(
                    "relationshipType", "value is not a valid enumeration member; permitted: 'related', 'parentChild'");
        }
        return type;
    }

    private static @Nullable String alias(BodyReader body, String type) {
        String alias = alias(body);
        if (alias == null || alias.isEmpty()) {
            return null;
        }
        if (!type.equals(EdgeTypes.PARENT_CHILD)) {
            throw body.wrong("assetLinkAliasId", ONLY_PARENT_CHILD);
        }
        return alias;
    }

    private static List<String> tags(JsonNode json, BodyReader body) {
        List<String> tags = json.path("tags").isNull() ? null : body.texts("tags");
        return tags == null ? List.of() : tags;
    }
}
