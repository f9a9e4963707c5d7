package io.deskgraph.links.impact;

import io.deskgraph.links.access.AssetCard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an asset's trouble reaches.
 *
 * @param nodes the nearest first; the first is the asset itself
 * @param edges between these nodes
 * @param truncated whether there is more than is shown
 */
record Impact(
        UUID root, List<Node> nodes, List<Edge> edges, HiddenCounts hiddenCounts, boolean truncated, Instant asOf) {

    /**
     * An asset that is reached.
     *
     * @param path the assets on a shortest way, both ends included
     * @param openTickets null for a caller who may not read tickets
     */
    @Schema(name = "ImpactNode")
    record Node(
            UUID assetId,
            String assetTag,
            String name,
            String status,
            String databaseId,
            int depth,
            List<UUID> path,
            @Nullable OpenTickets openTickets) {

        static Node of(Surroundings.Found found, List<UUID> path) {
            AssetCard asset = found.asset();
            Map<String, Integer> tickets = found.openTickets();
            return new Node(
                    asset.id(),
                    asset.tag(),
                    asset.name(),
                    asset.status(),
                    asset.databaseId(),
                    path.size() - 1,
                    path,
                    tickets == null ? null : OpenTickets.of(tickets));
        }
    }

    /**
     * Open tickets that concern an asset, by themselves or by their bundle.
     *
     * @param byPriority by the priority's name; none for those without
     */
    @Schema(name = "ImpactOpenTickets")
    record OpenTickets(int total, Map<String, Integer> byPriority) {

        static OpenTickets of(Map<String, Integer> byPriority) {
            int total = byPriority.values().stream().mapToInt(count -> count).sum();
            return new OpenTickets(total, byPriority);
        }
    }

    @Schema(name = "ImpactEdge")
    record Edge(
            UUID linkId,
            UUID from,
            UUID to,
            String relationshipType,
            @Nullable String alias) {

        static Edge of(ImpactEdge edge) {
            return new Edge(edge.linkId(), edge.from(), edge.to(), edge.type(), edge.alias());
        }
    }

    /** What the walk came to and the caller may not see; nothing behind it is counted. */
    @Schema(name = "ImpactHiddenCounts")
    record HiddenCounts(int nodes, int edges) {}

    static Impact of(UUID root, Surroundings around, Reach reach, Instant now) {
        List<Node> nodes = reach.paths().entrySet().stream()
                .map(reached -> Node.of(found(around, reached.getKey()), reached.getValue()))
                .toList();
        List<Edge> edges = reach.between().stream().map(Edge::of).toList();
        HiddenCounts hidden = new HiddenCounts(reach.hiddenAssets(), reach.hiddenEdges());
        return new Impact(root, nodes, edges, hidden, reach.truncated(), now);
    }

    static Surroundings.Found found(Surroundings around, UUID asset) {
        Surroundings.Found found = around.assets().get(asset);
        if (found == null) {
            throw new IllegalStateException("An edge leads to what was not read");
        }
        return found;
    }
}
