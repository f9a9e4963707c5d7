package io.deskgraph.links.impact;

import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.links.edge.EdgeTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far to look, and along what.
 *
 * @param types null for every type but related, which leads both ways where it is named
 * @param maxNodes the first of them is the asset itself
 */
record ImpactRequest(boolean down, int depth, @Nullable List<String> types, int maxNodes) {

    static final int DEPTH = 5;
    static final int MAX_DEPTH = 20;
    static final int NODES = 1_000;
    static final int MAX_NODES = 10_000;

    static ImpactRequest read(QueryReader query) {
        boolean down = query.oneOf("direction", Map.of("down", true, "up", false), true);
        Integer depth = query.number("depth", 1, MAX_DEPTH);
        Integer nodes = query.number("max_nodes", 1, MAX_NODES);
        List<String> types = query.texts("types");
        if (types != null && (types.isEmpty() || types.contains(""))) {
            query.reject("types", "Must name types, separated by commas");
        }
        return new ImpactRequest(down, depth == null ? DEPTH : depth, types, nodes == null ? NODES : nodes);
    }

    boolean follows(ImpactEdge edge) {
        return types == null ? !edge.isRelated() : types.contains(edge.type());
    }

    /** Whether an edge leads on from this side of it. */
    boolean leadsFrom(ImpactEdge edge, Object asset) {
        boolean fromHere = edge.from().equals(asset);
        return edge.type().equals(EdgeTypes.RELATED) || fromHere == down;
    }
}
