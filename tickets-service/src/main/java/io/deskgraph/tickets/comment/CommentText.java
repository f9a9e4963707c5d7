package io.deskgraph.tickets.comment;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.text.RichText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * What a comment says. Editors send their own JSON, an array of blocks or a document with content; people and limits
 * care for the text in it.
 */
@Singleton
class CommentText {

    static final int MAX = 5_000;

    private final RichText text;

    CommentText(RichText text) {
        this.text = text;
    }

    /** The text alone, a line for each block; throws 400 where there is none or too much. */
    String checked(String note) {
        String visible = visible(note);
        if (visible.isEmpty()) {
            throw Problem.invalid("comment_text", "Comment text is required");
        }
        if (visible.codePointCount(0, visible.length()) > MAX) {
            throw Problem.invalid("comment_text", "Comment is too long (max " + MAX + " characters)");
        }
        return visible;
    }

    String visible(String note) {
        JsonNode editor = text.document(note);
        return editor == null ? note.strip() : String.join("\n", lines(editor)).strip();
    }

    String html(String note) {
        return text.html(note);
    }

    private static List<String> lines(JsonNode editor) {
        List<String> lines = new ArrayList<>();
        (editor.isArray() ? editor : editor.path("content")).forEach(block -> addLine(block, lines));
        return lines;
    }

    private static void addLine(JsonNode block, List<String> lines) {
        StringBuilder line = new StringBuilder();
        collect(block, line);
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        block.path("children").forEach(child -> addLine(child, lines));
    }

    private static void collect(JsonNode node, StringBuilder text) {
        if (node.path("text").isTextual()) {
            text.append(node.path("text").asText());
        }
        if (node.path("content").isTextual()) {
            text.append(node.path("content").asText());
        }
        node.path("content").forEach(inner -> collect(inner, text));
    }
}
