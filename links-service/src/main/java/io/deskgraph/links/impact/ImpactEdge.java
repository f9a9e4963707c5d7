package io.deskgraph.links.impact;

import io.deskgraph.links.edge.EdgeTypes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An edge between two assets that were read. */
record ImpactEdge(
        UUID linkId,
        UUID from,
        UUID to,
        String type,
        @Nullable String alias) {

    boolean isRelated() {
        return type.equals(EdgeTypes.RELATED);
    }

    UUID other(UUID end) {
        return end.equals(from) ? to : from;
    }
}
