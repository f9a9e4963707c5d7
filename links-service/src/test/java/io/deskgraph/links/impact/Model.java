package io.deskgraph.links.impact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an impact has to be, found out the slow way. */
record Model(Map<UUID, Integer> distances, int hiddenAssets, int hiddenEdges) {

    static Model of(UUID root, ImpactRequest request, List<ImpactEdge> edges, Set<UUID> hidden) {
        Map<UUID, Integer> distances = new HashMap<>(Map.of(root, 0));
        boolean nearer = true;
        while (nearer) {
            nearer = false;
            for (ImpactEdge edge : edges) {
                nearer |= relax(distances, request, edge, edge.from(), edge.to(), hidden);
                nearer |= relax(distances, request, edge, edge.to(), edge.from(), hidden);
            }
        }
        Set<UUID> hiddenAssets = new HashSet<>();
        Set<UUID> hiddenEdges = new HashSet<>();
        for (ImpactEdge edge : edges) {
            for (UUID[] way : new UUID[][] {{edge.from(), edge.to()}, {edge.to(), edge.from()}}) {
                Integer here = distances.get(way[0]);
                if (here != null
                        && here < request.depth()
                        && hidden.contains(way[1])
                        && leads(request, edge, way[0], way[1])) {
                    hiddenAssets.add(way[1]);
                    hiddenEdges.add(edge.linkId());
                }
            }
        }
        return new Model(distances, hiddenAssets.size(), hiddenEdges.size());
    }

    static boolean leads(ImpactRequest request, ImpactEdge edge, UUID here, UUID next) {
        boolean along = edge.from().equals(here) && edge.to().equals(next);
        boolean against = edge.to().equals(here) && edge.from().equals(next);
        return edge.type().equals("related") ? along || against : request.down() ? along : against;
    }

    private static boolean relax(
            Map<UUID, Integer> distances,
            ImpactRequest request,
            ImpactEdge edge,
            UUID here,
            UUID next,
            Set<UUID> hidden) {
        Integer at = distances.get(here);
        if (at == null || at >= request.depth() || hidden.contains(next) || !leads(request, edge, here, next)) {
            return false;
        }
        Integer known = distances.get(next);
        if (known != null && known <= at + 1) {
            return false;
        }
        distances.put(next, at + 1);
        return true;
    }
}
