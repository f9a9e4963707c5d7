package io.deskgraph.links.edge;

import io.deskgraph.kit.data.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the asset-links API names an asset: by its database and, inside it, by its tag or its id.
 *
 * @param name no tag has the form of an id, so one of the two it is
 */
public record AssetRef(String databaseId, String name) {

    @Nullable
    UUID id() {
        return Ids.isUuid(name) ? UUID.fromString(name) : null;
    }
}
