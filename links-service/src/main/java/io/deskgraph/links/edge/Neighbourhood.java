package io.deskgraph.links.edge;

import io.deskgraph.links.access.AssetCard;
import java.util.List;

/** An asset and every edge it has. */
public record Neighbourhood(AssetCard asset, List<Neighbour> neighbours) {

    public Neighbourhood {
        neighbours = List.copyOf(neighbours);
    }
}
