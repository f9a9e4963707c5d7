package io.deskgraph.tickets.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Documents of block editors (an array of blocks with children) and of tree editors ({@code {"type": "doc"}}) as HTML. Types
 * that are not known here keep their text. The result still has to be cleaned: addresses are taken over as they are.
 */
final class EditorHtml {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_LEVEL = 6;

    private static final Map<String, List<String>> ELEMENTS = Map.ofEntries(
            Map.entry("paragraph", List.of("p")),
            Map.entry("blockquote", List.of("blockquote")),
            Map.entry("quote", List.of("blockquote")),
            Map.entry("bulletList", List.of("ul")),
            Map.entry("orderedList", List.of("ol")),
            Map.entry("listItem", List.of("li")),
            Map.entry("bulletListItem", List.of("ul", "li")),
            Map.entry("checkListItem", List.of("ul", "li")),
            Map.entry("numberedListItem", List.of("ol", "li")),
            Map.entry("codeBlock", List.of("pre", "code")));

    private static final Map<String, String> MARKS = Map.of(
            "bold", "strong",
            "italic", "em",
            "underline", "u",
            "strike", "s",
            "code", "code");

    private final StringBuilder html = new StringBuilder();

    private EditorHtml() {}

    static String of(JsonNode document) {
        EditorHtml writer = new EditorHtml();
        (document.isArray() ? document : document.path("content")).forEach(block -> writer.block(block, 0));
        return writer.html.toString();
    }

    private void block(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        List<String> elements = elements(node);
        elements.forEach(element -> html.append('<').append(element).append('>'));
        content(node, depth);
        node.path("children").forEach(child -> block(child, depth + 1));
        for (int i = elements.size() - 1; i >= 0; i--) {
            html.append("</").append(elements.get(i)).append('>');
        }
    }

    private void content(JsonNode node, int depth) {
        JsonNode content = node.path("content");
        if (content.isTextual()) {
            html.append(Markup.escaped(content.asText()));
        }
        content.forEach(inner -> {
            switch (inner.path("type").asText()) {
                case "text" -> text(inner);
                case "link" -> link(inner, depth + 1);
                case "hardBreak" -> html.append("<br>");
                default -> block(inner, depth + 1);
            }
        });
    }

    private void text(JsonNode node) {
        String shown = Markup.escaped(node.path("text").asText());
        for (Map.Entry<String, String> mark : MARKS.entrySet()) {
            if (isMarked(node, mark.getKey())) {
                shown = "<" + mark.getValue() + ">" + shown + "</" + mark.getValue() + ">";
            }
        }
        String href = markedLink(node);
        html.append(href.isEmpty() ? shown : opened(href) + shown + "</a>");
    }

    private void link(JsonNode node, int depth) {
        html.append(opened(node.path("href").asText()));
        content(node, depth);
        html.append("</a>");
    }

    private static String opened(String href) {
        return "<a href=\"" + Markup.escaped(href) + "\">";
    }

    private static boolean isMarked(JsonNode node, String mark) {
        if (node.path("styles").path(mark).asBoolean()) {
            return true;
        }
        for (JsonNode set : node.path("marks")) {
            if (set.path("type").asText().equals(mark)) {
                return true;
            }
        }
        return false;
    }

    private static String markedLink(JsonNode node) {
        for (JsonNode set : node.path("marks")) {
            if (set.path("type").asText().equals("link")) {
                return set.path("attrs").path("href").asText();
            }
        }
        return "";
    }

    private static List<String> elements(JsonNode node) {
        String type = node.path("type").asText();
        if (!type.equals("heading")) {
            return ELEMENTS.getOrDefault(type, List.of("p"));
        }
        int level = node.path("attrs")
                .path("level")
                .asInt(node.path("props").path("level").asInt(1));
        return List.of("h" + Math.min(Math.max(level, 1), MAX_LEVEL));
    }
}
