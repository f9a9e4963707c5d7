package io.deskgraph.links.edge;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An asset, its edges, and the parentChild edges of everything below it, each once however many ways lead to it.
 *
 * @param below by parent
 * @param cut whether there are more edges than were read
 */
public record Descent(Neighbourhood top, Map<UUID, List<ChildEdge>> below, boolean cut) {

    public Descent {
        below = Map.copyOf(below);
    }
}
