package io.deskgraph.links.edge;

import io.deskgraph.links.access.AssetCard;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edge as one of its ends sees it.
 *
 * @param outgoing whether it leads to the other
 */
public record Neighbour(
        UUID linkId, String type, @Nullable String alias, Instant createdAt, boolean outgoing, AssetCard other) {

    public boolean isChild() {
        return outgoing && type.equals(EdgeTypes.PARENT_CHILD);
    }

    public boolean isParent() {
        return !outgoing && type.equals(EdgeTypes.PARENT_CHILD);
    }
}
