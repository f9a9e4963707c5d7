package io.deskgraph.links.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What is reached from an asset, breadth first, so that each is reached by a shortest path of assets that may be seen. */
final class Reach {

    private final ImpactRequest request;
    private final Surroundings around;
    private final Predicate<UUID> visible;
    private final Map<UUID, List<ImpactEdge>> edges = new HashMap<>();
    private final Map<UUID, List<UUID>> paths = new LinkedHashMap<>();
    private final Set<UUID> hiddenAssets = new HashSet<>();
    private final Set<UUID> hiddenEdges = new HashSet<>();
    private boolean truncated;

    private Reach(ImpactRequest request, Surroundings around, Predicate<UUID> visible) {
        this.request = request;
        this.around = around;
        this.visible = visible;
        this.truncated = around.cut();
        for (ImpactEdge edge : around.edges()) {
            edges.computeIfAbsent(edge.from(), end -> new ArrayList<>()).add(edge);
            edges.computeIfAbsent(edge.to(), end -> new ArrayList<>()).add(edge);
        }
    }

    static Reach from(UUID root, ImpactRequest request, Surroundings around, Predicate<UUID> visible) {
        Reach reach = new Reach(request, around, visible);
        reach.walk(root);
        return reach;
    }

    /** To each asset, the nearest first; both ends are part of a path. */
    Map<UUID, List<UUID>> paths() {
        return paths;
    }

    /** Between assets that are reached. */
    List<ImpactEdge> between() {
        return around.edges().stream()
                .filter(edge -> paths.containsKey(edge.from()) && paths.containsKey(edge.to()))
                .sorted(Comparator.comparing(ImpactEdge::linkId))
                .toList();
    }

    /** Assets that the walk came to and may not be seen. */
    int hiddenAssets() {
        return hiddenAssets.size();
    }

    /** The edges to them. */
    int hiddenEdges() {
        return hiddenEdges.size();
    }

    boolean truncated() {
        return truncated;
    }

    private void walk(UUID root) {
        Queue<List<UUID>> open = new ArrayDeque<>();
        reach(List.of(root), open);
        while (!open.isEmpty()) {
            List<UUID> path = open.remove();
            if (path.size() <= request.depth()) {
                stepOn(path, open);
            }
        }
    }

    private void stepOn(List<UUID> path, Queue<List<UUID>> open) {
        UUID here = path.get(path.size() - 1);
        edges.getOrDefault(here, List.of()).stream()
                .filter(edge -> request.leadsFrom(edge, here))
                .sorted(Comparator.comparing((ImpactEdge edge) -> edge.other(here))
                        .thenComparing(ImpactEdge::linkId))
                .forEach(edge -> follow(edge, path, open));
    }

    private void follow(ImpactEdge edge, List<UUID> path, Queue<List<UUID>> open) {
        UUID next = edge.other(path.get(path.size() - 1));
        if (!visible.test(next)) {
            hiddenAssets.add(next);
            hiddenEdges.add(edge.linkId());
        } else if (!paths.containsKey(next)) {
            List<UUID> further = new ArrayList<>(path);
            further.add(next);
            reach(further, open);
        }
    }

    private void reach(List<UUID> path, Queue<List<UUID>> open) {
        if (paths.size() == request.maxNodes()) {
            truncated = true;
            return;
        }
        paths.put(path.get(path.size() - 1), path);
        open.add(path);
    }
}
