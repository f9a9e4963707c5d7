package io.deskgraph.assets.label;

import io.deskgraph.assets.qr.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws labels on A4, three across and eight down. Sizes are points, the origin is at the bottom left. */
final class LabelSheet {

    static final int ACROSS = 3;
    static final int DOWN = 8;
    static final int PER_PAGE = ACROSS * DOWN;

    private static final float WIDTH = PDRectangle.A4.getWidth() / ACROSS;
    private static final float HEIGHT = PDRectangle.A4.getHeight() / DOWN;
    private static final float CODE = 76;
    private static final float TAG_SIZE = 9;
    private static final float NAME_SIZE = 7;
    private static final float MARGIN = 8;

    private LabelSheet() {}

    static byte[] draw(List<Label> labels) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            LabelFont font = LabelFont.embedIn(document);
            for (int start = 0; start < labels.size(); start += PER_PAGE) {
                page(document, font, labels.subList(start, Math.min(start + PER_PAGE, labels.size())));
            }
            document.save(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("Labels cannot be drawn", impossible);
        }
    }

    private static void page(PDDocument document, LabelFont font, List<Label> labels) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            for (int i = 0; i < labels.size(); i++) {
                float left = i % ACROSS * WIDTH;
                float top = PDRectangle.A4.getHeight() - i / ACROSS * HEIGHT;
                label(out, font, labels.get(i), left, top);
            }
        }
    }

    private static void label(PDPageContentStream out, LabelFont font, Label label, float left, float top)
            throws IOException {
        code(out, new QrCode(label.url()), left + (WIDTH - CODE) / 2, top - 2);
        float tagLine = top - 2 - CODE - TAG_SIZE;
        text(out, font, label.assetTag(), TAG_SIZE, left, tagLine);
        text(out, font, label.name(), NAME_SIZE, left, tagLine - NAME_SIZE - 2);
    }

    private static void code(PDPageContentStream out, QrCode code, float left, float top) throws IOException {
        float module = CODE / code.side();
        List<QrCode.Run> runs = new ArrayList<>();
        code.runs(runs::add);
        for (QrCode.Run run : runs) {
            out.addRect(left + run.x() * module, top - (run.y() + 1) * module, run.length() * module, module);
        }
        out.fill();
    }

    private static void text(PDPageContentStream out, LabelFont font, String text, float size, float left, float line)
            throws IOException {
        String fitting = font.fit(text, size, WIDTH - 2 * MARGIN);
        out.beginText();
        out.setFont(font.font(), size);
        out.newLineAtOffset(left + (WIDTH - font.width(fitting, size)) / 2, line);
        out.showText(fitting);
        out.endText();
    }
}
