package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.deskgraph.links.assetlink.LinkTree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a tree as JSON without nesting calls: JSON libraries end at a depth that trees may have. */
final class TreeWriter {

    private static final JsonStringEncoder TEXT = JsonStringEncoder.getInstance();

    private final StringBuilder json;
    private final Deque<Iterator<Node>> open = new ArrayDeque<>();

    private TreeWriter(StringBuilder json) {
        this.json = json;
    }

    /** Appends the array of these nodes. */
    static void write(List<Node> nodes, StringBuilder json) {
        new TreeWriter(json).write(nodes);
    }

    private void write(List<Node> nodes) {
        begin(nodes);
        while (!open.isEmpty()) {
            Iterator<Node> level = open.element();
            if (level.hasNext()) {
                node(level.next());
            } else {
                end();
            }
        }
    }

    private void begin(List<Node> nodes) {
        json.append('[');
        open.push(nodes.iterator());
    }

    private void end() {
        open.pop();
        json.append(']');
        if (!open.isEmpty()) {
            json.append(open.element().hasNext() ? "}," : "}");
        }
    }

    private void node(Node node) {
        LinkNode view = LinkNode.of(node.edge());
        json.append('{');
        member("assetId", view.assetId());
        member("assetName", view.assetName());
        member("databaseId", view.databaseId());
        member("assetLinkId", view.assetLinkId());
        member("assetLinkAliasId", view.assetLinkAliasId());
        json.append("\"children\":");
        begin(node.children());
    }

    private void member(String name, @Nullable String value) {
        json.append('"').append(name).append("\":");
        if (value == null) {
            json.append("null,");
        } else {
            json.append('"');
            TEXT.quoteAsString(value, json);
            json.append("\",");
        }
    }
}
