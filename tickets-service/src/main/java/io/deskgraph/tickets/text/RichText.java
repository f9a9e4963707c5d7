package io.deskgraph.tickets.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** Text as HTML. What is neither plain text nor a document of a known editor is shown as the text it is. */
@Singleton
public class RichText {

    private static final String EMPTY = "<p></p>";

    private static final Safelist ALLOWED = Safelist.none()
            .addTags("p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code")
            .addTags("strong", "em", "u", "s", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer");

    private final ObjectMapper json;

    RichText(ObjectMapper json) {
        this.json = json;
    }

    public String html(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return EMPTY;
        }
        JsonNode editor = document(text);
        return editor == null ? paragraphs(text.strip()) : clean(EditorHtml.of(editor));
    }

    /** The document that an editor wrote; null for plain text. */
    public @Nullable JsonNode document(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("[") && !stripped.startsWith("{")) {
            return null;
        }
        try {
            JsonNode tree = json.readTree(stripped);
            return isDocument(tree) || isBlocks(tree) ? tree : null;
        } catch (JsonProcessingException plain) {
            return null;
        }
    }

    private static String clean(String html) {
        String safe = Jsoup.clean(html, "", ALLOWED, new OutputSettings().prettyPrint(false));
        return safe.isEmpty() ? EMPTY : safe;
    }

    private static String paragraphs(String text) {
        return text.lines().map(line -> "<p>" + Markup.escaped(line) + "</p>").collect(Collectors.joining());
    }

    private static boolean isDocument(JsonNode tree) {
        return "doc".equals(tree.path("type").asText()) && tree.path("content").isArray();
    }

    private static boolean isBlocks(JsonNode tree) {
        return tree.isArray() && !tree.isEmpty() && tree.get(0).path("type").isTextual();
    }
}
