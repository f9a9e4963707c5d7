package io.deskgraph.links.assetlink;

import io.deskgraph.kit.policy.Verb;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.ChildEdge;
import io.deskgraph.links.edge.Descent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is below an asset, with what hangs together under several parents repeated under each. Grown level by level, so
 * that a tree that is too large lacks its deepest levels; nothing here calls itself, however deep it gets.
 */
final class LinkTree {

    static final int MAX_NODES = 10_000;

    private static final Comparator<ChildEdge> ORDER = Comparator.comparing(ChildEdge::child, LinkNode::compare)
            .thenComparing(ChildEdge::alias, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ChildEdge::linkId);

    private final AssetRights access;
    private final int maxDepth;
    private final Map<UUID, List<ChildEdge>> below = new HashMap<>();
    private final Map<UUID, Boolean> allowed = new HashMap<>();
    private final Set<UUID> hidden = new HashSet<>();
    private final Node top = new Node(null, 0);
    private int nodes;
    private boolean truncated;

    private LinkTree(Descent descent, AssetRights access, int maxDepth) {
        this.access = access;
        this.maxDepth = maxDepth;
        this.truncated = descent.cut();
        descent.below()
                .forEach((parent, edges) ->
                        below.put(parent, edges.stream().sorted(ORDER).toList()));
    }

    static LinkTree grow(Descent descent, AssetRights access, int maxDepth) {
        LinkTree tree = new LinkTree(descent, access, maxDepth);
        tree.grow(descent.top().asset().id());
        return tree;
    }

    List<Node> children() {
        return top.children();
    }

    /** Links that were not followed, each counted once. */
    int hidden() {
        return hidden.size();
    }

    boolean truncated() {
        return truncated;
    }

    int size() {
        return nodes;
    }

    private void grow(UUID root) {
        Queue<Node> open = new ArrayDeque<>();
        extend(top, root, open);
        while (!open.isEmpty() && nodes < MAX_NODES) {
            Node node = open.remove();
            extend(node, node.edge().child().id(), open);
        }
        truncated |= open.stream().anyMatch(this::hasMore);
    }

    private void extend(Node node, UUID asset, Queue<Node> open) {
        if (node.depth() >= maxDepth) {
            return;
        }
        for (ChildEdge edge : below.getOrDefault(asset, List.of())) {
            if (!isAllowed(edge)) {
                hidden.add(edge.linkId());
            } else if (nodes == MAX_NODES) {
                truncated = true;
            } else {
                Node child = new Node(edge, node.depth() + 1);
                node.children().add(child);
                open.add(child);
                nodes++;
            }
        }
    }

    private boolean hasMore(Node node) {
        return node.depth() < maxDepth && below.containsKey(node.edge().child().id());
    }

    private boolean isAllowed(ChildEdge edge) {
        return allowed.computeIfAbsent(edge.child().id(), id -> access.allows(Verb.GET, edge.child()));
    }

    /** A place in the tree. */
    static final class Node {

        private final @Nullable ChildEdge edge;
        private final int depth;
        private final List<Node> children = new ArrayList<>(0);

        private Node(@Nullable ChildEdge edge, int depth) {
            this.edge = edge;
            this.depth = depth;
        }

        ChildEdge edge() {
            if (edge == null) {
                throw new IllegalStateException("No link leads to the top");
            }
            return edge;
        }

        List<Node> children() {
            return children;
        }

        private int depth() {
            return depth;
        }
    }
}
