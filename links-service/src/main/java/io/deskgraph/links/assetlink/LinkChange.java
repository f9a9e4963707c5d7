package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants changed of a link.
 *
 * @param alias null leaves it, an empty text takes it away
 * @param tags null leaves them
 */
record LinkChange(@Nullable String alias, @Nullable List<String> tags) {

    static LinkChange read(JsonNode json) {
        BodyReader body = new BodyReader(json);
        List<String> tags = body.texts("tags");
        return new LinkChange(LinkRequest.alias(body), tags);
    }

    @Nullable
    String aliasOver(@Nullable String present) {
        if (alias == null) {
            return present;
        }
        return alias.isEmpty() ? null : alias;
    }

    List<String> tagsOver(List<String> present) {
        return tags == null ? present : tags;
    }
}
