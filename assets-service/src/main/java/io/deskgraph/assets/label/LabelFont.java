package io.deskgraph.assets.label;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of a sheet. It has Latin, Greek and Cyrillic letters; whatever it lacks is shown as a question mark. */
final class LabelFont {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDFont font;

    private LabelFont(PDFont font) {
        this.font = font;
    }

    static LabelFont embedIn(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FILE)) {
            return new LabelFont(PDType0Font.load(document, Objects.requireNonNull(file), true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text as far as it can be drawn and as much of it as fits. */
    String fit(String text, float size, float width) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            line.append(drawable(point));
        }
        if (width(line, size) <= width) {
            return line.toString();
        }
        while (!line.isEmpty() && width(line + "...", size) > width) {
            line.setLength(line.length() - Character.charCount(line.codePointBefore(line.length())));
        }
        return line + "...";
    }

    float width(CharSequence text, float size) throws IOException {
        return font.getStringWidth(text.toString()) * size / 1000;
    }

    private String drawable(int point) {
        if (Character.isWhitespace(point)) {
            return " ";
        }
        String character = Character.toString(point);
        try {
            font.encode(character);
            return character;
        } catch (IOException | IllegalArgumentException noGlyph) {
            return "?";
        }
    }
}
