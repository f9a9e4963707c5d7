package io.deskgraph.assets.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LabelTest {

    private static final int DPI = 200;

    private final Api api = Api.ofNewTenant();

    @Test
    void everyLabelDecodesInItsPlace() throws Exception {
        for (int i = 1; i <= 26; i++) {
            api.asset("T-" + i);
        }
        String ids = IntStream.rangeClosed(1, 26).mapToObj(Integer::toString).collect(Collectors.joining(","));

        Response answer = labels(ids);

        assertEquals(200, answer.statusCode());
        assertEquals("application/pdf", answer.contentType());
        try (PDDocument sheets = Loader.loadPDF(answer.asByteArray())) {
            assertEquals(2, sheets.getNumberOfPages());
            List<String> urls = new ArrayList<>();
            urls.addAll(decoded(new PDFRenderer(sheets).renderImageWithDPI(0, DPI), 24));
            urls.addAll(decoded(new PDFRenderer(sheets).renderImageWithDPI(1, DPI), 2));
            assertEquals(
                    IntStream.rangeClosed(1, 26)
                            .mapToObj(i -> "https://acme.example.org/a/T-" + i)
                            .toList(),
                    urls);
            String text = new PDFTextStripper().getText(sheets);
            assertTrue(text.contains("T-26") && text.contains("Thing T-26"), text);
        }
    }

    @Test
    void noNameIsTooStrangeOrTooLong() throws Exception {
        api.post(
                        "/api/assets",
                        "{\"asset_tag\":\"" + "W".repeat(255)
                                + "\",\"name\":\"\u017b\u00f3\u0142\u0107 \u4f60\u597d \ud83d\ude00 \u0627\u0644 \u202e\\u0007\\n"
                                + "\u03a9".repeat(200) + "\"}")
                .then()
                .statusCode(201);

        try (PDDocument sheets = Loader.loadPDF(labels("1").asByteArray())) {
            String text = new PDFTextStripper().getText(sheets);
            assertTrue(text.contains("\u017b\u00f3\u0142\u0107"), text);
            assertTrue(text.contains("..."), text);
            assertEquals(
                    List.of("https://acme.example.org/a/" + "W".repeat(255)),
                    decoded(new PDFRenderer(sheets).renderImageWithDPI(0, 300), 1));
        }
    }

    @Test
    void mistakesAreTold() {
        api.asset("A");
        assertEquals(400, labels("").statusCode());
        assertEquals(400, api.get("/api/assets/labels.pdf").statusCode());
        assertEquals(400, labels("1,x").statusCode());
        assertEquals(404, labels("1,2").statusCode());
        assertEquals(400, labels("1,".repeat(240) + "1").statusCode());
        assertEquals(200, labels("1,1").statusCode());
    }

    @Test
    void anotherTenantsAssetHasNoLabel() {
        String theirs = Api.ofNewTenant().asset("A").getString("asset_id");

        assertEquals(404, labels(theirs).statusCode());
    }

    private Response labels(String ids) {
        return api.request().header("X-Forwarded-Host", "acme.example.org").get("/api/assets/labels.pdf?ids=" + ids);
    }

    private static List<String> decoded(BufferedImage page, int count) throws Exception {
        List<String> urls = new ArrayList<>();
        int width = page.getWidth() / LabelSheet.ACROSS;
        int height = page.getHeight() / LabelSheet.DOWN;
        for (int i = 0; i < count; i++) {
            BufferedImage label =
                    page.getSubimage(i % LabelSheet.ACROSS * width, i / LabelSheet.ACROSS * height, width, height);
            urls.add(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(label))))
                    .getText());
        }
        return urls;
    }
}
