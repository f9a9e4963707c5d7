package io.deskgraph.links.edge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edge to be made.
 *
 * @param onlyOfPair refuse it when the ordered pair has an edge of any type
 */
public record NewEdge(
        UUID from, UUID to, String type, @Nullable String alias, List<String> tags, boolean onlyOfPair) {

    public NewEdge {
        tags = List.copyOf(tags);
    }
}
