package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.edge.ChildEdge;
import io.deskgraph.links.edge.Neighbour;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The other end of a link. */
@JsonNaming(LowerCamelCaseStrategy.class)
@Schema(name = "AssetLinkNode")
record LinkNode(
        String assetId,
        String assetName,
        String databaseId,
        String assetLinkId,
        @Nullable String assetLinkAliasId) {

    static LinkNode of(Neighbour neighbour) {
        return of(neighbour.other(), neighbour.linkId(), neighbour.alias());
    }

    static LinkNode of(ChildEdge edge) {
        return of(edge.child(), edge.linkId(), edge.alias());
    }

    /** Lists are sorted by database and tag, read as one text; within a database that is the tag alone. */
    static int compare(AssetCard one, AssetCard other) {
        return one.databaseId().equals(other.databaseId())
                ? one.tag().compareTo(other.tag())
                : key(one).compareTo(key(other));
    }

    private static String key(AssetCard asset) {
        return asset.databaseId() + ":" + asset.tag();
    }

    private static LinkNode of(AssetCard asset, Object linkId, @Nullable String alias) {
        return new LinkNode(asset.tag(), asset.name(), asset.databaseId(), linkId.toString(), alias);
    }
}
