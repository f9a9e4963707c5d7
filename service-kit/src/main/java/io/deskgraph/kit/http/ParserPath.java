package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a parser stands, as names and indexes. */
final class ParserPath {

    private ParserPath() {}

    static List<Object> of(JsonStreamContext context) {
        LinkedList<Object> path = new LinkedList<>();
        for (JsonStreamContext at = context; at != null; at = at.getParent()) {
            Object step = step(at);
            if (step != null) {
                path.addFirst(step);
            }
        }
        return path;
    }

    private static @Nullable Object step(JsonStreamContext at) {
        if (at.inObject()) {
            return at.getCurrentName();
        }
        return at.inArray() && at.hasCurrentIndex() ? at.getCurrentIndex() : null;
    }
}
