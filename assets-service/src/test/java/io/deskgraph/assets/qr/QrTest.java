package io.deskgraph.assets.qr;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.deskgraph.assets.Api;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QrTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1");

    private final Api api = Api.ofNewTenant();

    @Test
    void everySizeDecodesToThePageOfTheTag() throws Exception {
        api.asset("LAP 1/\u00fc");
        for (int size = 100; size <= 1_000; size += 50) {
            BufferedImage image = png(get("/api/assets/1/qr?size=" + size));

            assertEquals(size, image.getWidth());
            assertEquals(size, image.getHeight());
            assertEquals("https://acme.example.org/a/LAP%201%2F%C3%BC", decode(image));
        }
        assertEquals(200, png(get("/api/assets/1/qr")).getWidth());
    }

    @Test
    void theLongestTagStillDecodes() throws Exception {
        String id = api.asset("\u00fc".repeat(249)).getString("asset_id");
        for (int size : new int[] {100, 200, 1_000}) {
            BufferedImage image = png(get("/api/assets/" + id + "/qr?size=" + size));

            assertEquals("https://acme.example.org/a/" + "%C3%BC".repeat(249), decode(image));
            assertTrue(image.getWidth() >= size, "never fewer pixels than it takes");
        }
    }

    @Test
    void aDrawingIsTheSameCode() throws Exception {
        api.asset("A-1");

        Response drawing = get("/api/assets/1/qr?format=svg&size=300");

        assertEquals("image/svg+xml", drawing.contentType());
        assertTrue(drawing.asString().contains("width=\"300\" height=\"300\""), drawing.asString());
        assertEquals("https://acme.example.org/a/A-1", decode(rasterized(drawing.asString())));
    }

    @Test
    void aTenantMayHaveAnAddressOfItsOwn() throws Exception {
        api.asset("A-1");
        String id = api.tenant().toString();
        Events.publish(
                Topics.IDENTITY,
                EventTypes.TENANT_UPDATED,
                api.tenant(),
                id,
                1,
                "{\"after\":{\"slug\":\"acme\",\"name\":\"Acme\",\"is_msp\":false,"
                        + "\"settings\":{\"qr_base_url\":\"https://find.acme.example/\"}},\"changed\":{}}");
        Eventually.until(
                "the address is known",
                () -> Database.count("SELECT count(*) FROM tenant_copies WHERE tenant_id = ?", api.tenant()) == 1);

        assertEquals("https://find.acme.example/a/A-1", decode(png(get("/api/assets/1/qr"))));
    }

    @Test
    void aCodeIsKeptByCachesAndTagged() {
        api.asset("A-1");

        Response first = get("/api/assets/1/qr");
        Response again = request().header("If-None-Match", first.header("ETag")).get("/api/assets/1/qr");

        assertEquals("public, max-age=86400", first.header("Cache-Control"));
        assertEquals(304, again.statusCode());
        assertEquals(0, again.asByteArray().length);
        assertArrayEquals(first.asByteArray(), get("/api/assets/1/qr").asByteArray());
    }

    @Test
    void mistakesAreTold() {
        api.asset("A-1");
        get("/api/assets/1/qr?size=99").then().statusCode(400);
        get("/api/assets/1/qr?size=1001&format=gif").then().statusCode(400).body("error.details.size()", equalTo(2));
        get("/api/assets/x/qr").then().statusCode(400);
        get("/api/assets/9/qr").then().statusCode(404);
    }

    @Test
    void anotherTenantsAssetIsAsUnknownAsNobodys() {
        String theirs = Api.ofNewTenant().asset("A-1").getString("asset_id");

        Response others = get("/api/assets/" + theirs + "/qr");
        Response nobodys = get("/api/assets/" + Ids.next() + "/qr");

        assertEquals(404, others.statusCode());
        assertEquals(plain(nobodys), plain(others));
        assertEquals(nobodys.headers().size(), others.headers().size());
    }

    @Test
    void thePageIsTheSameForEveryTag() {
        api.asset("A-1");

        Response known = get("/a/A-1");
        Response unknown = get("/a/nothing%2F%3Cscript%3E");

        assertEquals(200, known.statusCode());
        assertEquals("text/html;charset=UTF-8", known.contentType());
        assertEquals(known.asString(), unknown.asString());
        assertEquals(
                known.headers().asList().stream().map(h -> h.getName()).toList(),
                unknown.headers().asList().stream().map(h -> h.getName()).toList());
        assertTrue(known.header("Content-Security-Policy").startsWith("default-src 'none'"));
    }

    /** As the gateway calls for somebody without a credential. */
    private io.restassured.specification.RequestSpecification request() {
        return given().header(
                        "Authorization",
                        TestTokens.with().tenant(api.tenant(), "acme").bearer())
                .header("X-Forwarded-Host", "acme.example.org")
                .urlEncodingEnabled(false);
    }

    private Response get(String path) {
        return request().get(path);
    }

    private static BufferedImage png(Response answer) throws IOException {
        assertEquals("image/png", answer.contentType());
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }

    private static BufferedImage rasterized(String svg) {
        Matcher side = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertTrue(side.find());
        int modules = Integer.parseInt(side.group(1));
        BufferedImage image = new BufferedImage(modules * 4, modules * 4, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, modules * 4, modules * 4);
        pen.setColor(Color.BLACK);
        Matcher run = RUN.matcher(svg);
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            pen.fillRect(x * 4, y * 4, Integer.parseInt(run.group(3)) * 4, 4);
        }
        return image;
    }

    private static String decode(BufferedImage image) throws ReaderException {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }

    private static String plain(Response response) {
        return response.asString().replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
