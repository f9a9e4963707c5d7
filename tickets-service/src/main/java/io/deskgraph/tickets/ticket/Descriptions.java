package io.deskgraph.tickets.ticket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ticket's text as HTML: nothing in it is markup. */
final class Descriptions {

    private Descriptions() {}

    static String html(@Nullable Map<String, @Nullable Object> attributes) {
        Object text = attributes == null ? null : attributes.get("description");
        return "<p>" + (text instanceof String plain ? escaped(plain) : "") + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
