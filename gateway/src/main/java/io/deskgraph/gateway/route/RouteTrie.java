package io.deskgraph.gateway.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table as a tree of segments. A match walks the path once per branch that fits and allocates nothing: at each
 * segment the literal branch is tried before <code>{}</code>, and <code>**</code> takes what neither could.
 */
final class RouteTrie {

    private static final String ANY = "{}";
    private static final String REST = "**";

    private final Node root = new Node("");

    private RouteTrie() {}

    static RouteTrie of(List<Route> table) {
        RouteTrie trie = new RouteTrie();
        table.forEach(trie::add);
        return trie;
    }

    @Nullable
    Route match(String path) {
        return root.match(path, 1);
    }

    private void add(Route route) {
        Iterator<String> segments =
                Arrays.asList(route.pattern().substring(1).split("/")).iterator();
        Node node = root;
        while (segments.hasNext()) {
            String segment = segments.next();
            if (segment.equals(REST)) {
                node.rest = vacant(node.rest, route);
                return;
            }
            node = node.child(segment);
        }
        node.end = vacant(node.end, route);
    }

    private static Route vacant(@Nullable Route taken, Route route) {
        if (taken != null) {
            throw new IllegalArgumentException("Two routes for " + route.pattern());
        }
        return route;
    }

    private static final class Node {

        private final String segment;
        private final List<Node> literals = new ArrayList<>();
        private @Nullable Node any;
        private @Nullable Route end;
        private @Nullable Route rest;

        Node(String segment) {
            this.segment = segment;
        }

        Node child(String name) {
            if (name.equals(ANY)) {
                any = any == null ? new Node(ANY) : any;
                return any;
            }
            for (Node literal : literals) {
                if (literal.segment.equals(name)) {
                    return literal;
                }
            }
            Node added = new Node(name);
            literals.add(added);
            return added;
        }

        /** Matches what follows the slash before {@code from}; a single slash at the very end counts for nothing. */
        @Nullable
        Route match(String path, int from) {
            if (from >= path.length()) {
                return end != null ? end : rest;
            }
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            Route found = matchLiteral(path, from, to);
            if (found == null && any != null) {
                found = any.match(path, to + 1);
            }
            return found == null ? rest : found;
        }

        private @Nullable Route matchLiteral(String path, int from, int to) {
            for (int i = 0; i < literals.size(); i++) {
                Node literal = literals.get(i);
                if (literal.segment.length() == to - from && path.startsWith(literal.segment, from)) {
                    return literal.match(path, to + 1);
                }
            }
            return null;
        }
    }
}
