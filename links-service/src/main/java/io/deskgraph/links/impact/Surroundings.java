package io.deskgraph.links.impact;

import io.deskgraph.links.access.AssetCard;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was read around an asset, whoever may see it.
 *
 * @param edges all between these assets, of the types asked for
 * @param cut whether there is more within the depth
 */
record Surroundings(Map<UUID, Found> assets, List<ImpactEdge> edges, boolean cut) {

    Surroundings {
        assets = Map.copyOf(assets);
        edges = List.copyOf(edges);
    }

    /** @param openTickets by priority; null when they were not to be counted */
    record Found(AssetCard asset, @Nullable Map<String, Integer> openTickets) {}
}
