package io.deskgraph.tickets.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RichTextTest {

    private final RichText text = new RichText(new ObjectMapper());

    @Test
    void plainTextIsAParagraphForEachLineAndHasNoMarkup() {
        assertEquals("<p></p>", text.html(null));
        assertEquals("<p></p>", text.html(" \n"));
        assertEquals("<p>a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p><p>e</p>", text.html("a <b> & \"c\" 'd'\ne"));
        assertEquals("<p>{&quot;a&quot;: 1}</p>", text.html("{\"a\": 1}"));
        assertEquals("<p>[not JSON</p>", text.html("[not JSON"));
    }

    @Test
    void aDocumentOfBlocksKeepsItsShape() {
        String blocks = """
                [{"type": "heading", "props": {"level": 2}, "content": [{"type": "text", "text": "Plan", "styles": {}}]},
                 {"type": "paragraph", "content": [
                   {"type": "text", "text": "Do ", "styles": {}},
                   {"type": "text", "text": "this", "styles": {"bold": true}},
                   {"type": "link", "href": "https://example.org/?a=1&b=2", "content": [{"type": "text", "text": "here"}]}]},
                 {"type": "bulletListItem", "content": [{"type": "text", "text": "one"}],
                  "children": [{"type": "paragraph", "content": "two"}]}]""";

        assertEquals(
                "<h2>Plan</h2><p>Do <strong>this</strong><a href=\"https://example.org/?a=1&amp;b=2\""
                        + " rel=\"nofollow noopener noreferrer\">here</a></p><ul><li>one<p>two</p></li></ul>",
                text.html(blocks));
    }

    @Test
    void aDocumentAsATreeKeepsItsShape() {
        String tree = """
                {"type": "doc", "content": [
                  {"type": "paragraph", "content": [
                    {"type": "text", "text": "a", "marks": [{"type": "italic"}]},
                    {"type": "hardBreak"},
                    {"type": "text", "text": "b", "marks": [{"type": "link", "attrs": {"href": "mailto:a@example.org"}}]}]},
                  {"type": "codeBlock", "content": [{"type": "text", "text": "1 < 2"}]}]}""";

        assertEquals(
                "<p><em>a</em><br><a href=\"mailto:a@example.org\" rel=\"nofollow noopener noreferrer\">b</a></p>"
                        + "<pre><code>1 &lt; 2</code></pre>",
                text.html(tree));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                block("{\"type\": \"text\", \"text\": \"<script>alert(1)</script>\"}"),
                block("{\"type\": \"link\", \"href\": \"javascript:alert(1)\", \"content\": []}"),
                block("{\"type\": \"link\", \"href\": \" java\\tscript:alert(1)\", \"content\": []}"),
                block("{\"type\": \"link\", \"href\": \"data:text/html,<script>alert(1)</script>\", \"content\": []}"),
                block("{\"type\": \"link\", \"href\": \"https://x\\\" onclick=\\\"alert(1)\", \"content\": []}"),
                block("{\"type\": \"text\", \"text\": \"x\", \"marks\": [{\"type\": \"link\","
                        + " \"attrs\": {\"href\": \"vbscript:alert(1)\"}}]}"),
                "[{\"type\": \"script\", \"content\": \"alert(1)\"}]",
                "[{\"type\": \"heading\", \"props\": {\"level\": \"1><script>\"}, \"content\": \"x\"}]");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingInItRuns(String sent) {
        String html = text.html(sent);

        var body = Jsoup.parseBodyFragment(html).body();
        assertTrue(body.select("script, img, iframe, style, object, svg").isEmpty(), html);
        body.getAllElements().forEach(element -> element.attributes().forEach(attribute -> {
            assertTrue(java.util.Set.of("href", "rel").contains(attribute.getKey()), html);
            String value = attribute.getValue().toLowerCase(Locale.ROOT);
            assertFalse(value.matches("\\s*(java\\s*script|vbscript|data):.*"), html);
        }));
    }

    @Test
    void nestingHasAnEnd() {
        String deep = "{\"type\": \"blockquote\", \"content\": [".repeat(400) + "]}".repeat(400);

        assertEquals(51, text.html("[" + deep + "]").split("<blockquote>", -1).length - 1);
    }

    private static String block(String inline) {
        return "[{\"type\": \"paragraph\", \"content\": [" + inline + "]}]";
    }
}
