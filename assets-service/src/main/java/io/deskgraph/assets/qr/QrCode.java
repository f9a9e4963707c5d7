package io.deskgraph.assets.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** A text as a square of dark and light modules. */
public final class QrCode {

    private static final int QUIET_ZONE = 4;

    /** Pixels of a module below which readers give up. */
    private static final int FINEST = 2;

    private final String text;

    public QrCode(String text) {
        this.text = text;
    }

    /** Dark on white; size by size pixels, or as many more as it takes to be readable. */
    byte[] png(int size) {
        try (ByteArrayOutputStream image = new ByteArrayOutputStream()) {
            MatrixToImageWriter.writeToStream(matrix(Math.max(size, FINEST * side())), "PNG", image);
            return image.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] svg(int size) {
        BitMatrix modules = matrix(0);
        StringBuilder path = new StringBuilder();
        runs(modules, run -> path.append("M%d %dh%dv1h-%dz".formatted(run.x, run.y, run.length, run.length)));
        String image = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        .formatted(size, size, modules.getWidth(), modules.getHeight())
                + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>\n"
                        .formatted(modules.getWidth(), modules.getHeight(), path);
        return image.getBytes(StandardCharsets.UTF_8);
    }

    /** How many modules a side has, with the light border. */
    public int side() {
        return matrix(0).getWidth();
    }

    /** The dark modules, row by row, neighbours together. */
    public void runs(Consumer<Run> draw) {
        runs(matrix(0), draw);
    }

    private static void runs(BitMatrix modules, Consumer<Run> draw) {
        for (int y = 0; y < modules.getHeight(); y++) {
            int start = -1;
            for (int x = 0; x <= modules.getWidth(); x++) {
                boolean dark = x < modules.getWidth() && modules.get(x, y);
                if (dark && start < 0) {
                    start = x;
                } else if (!dark && start >= 0) {
                    draw.accept(new Run(start, y, x - start));
                    start = -1;
                }
            }
        }
    }

    /** @param size in pixels; 0 for one pixel per module */
    private BitMatrix matrix(int size) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, size, size, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("The address is too long for a code", e);
        }
    }

    /** Dark modules side by side. */
    public record Run(int x, int y, int length) {}
}
