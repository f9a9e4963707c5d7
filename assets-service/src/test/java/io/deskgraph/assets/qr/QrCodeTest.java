package io.deskgraph.assets.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String URL = "https://acme.example.org/a/LAP%201%2F%C3%BC";

    @Test
    void thereIsNoSizeThatDoesNotDecode() throws Exception {
        QrCode code = new QrCode(URL);
        for (int size = 100; size <= 1_000; size += size < 300 ? 1 : 17) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(size)));

            assertEquals(size, image.getWidth());
            assertEquals(size, image.getHeight());
            assertEquals(URL, decode(image));
        }
    }

    @Test
    void aLongAddressGetsThePixelsItNeeds() throws Exception {
        for (int length : new int[] {60, 127, 255, 510, 1_530}) {
            String url = "https://acme.example.org/a/" + "x".repeat(length);
            for (int size : new int[] {100, 150, 200, 333, 1_000}) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(new QrCode(url).png(size)));

                assertEquals(url, decode(image), length + " at " + size);
            }
        }
    }

    private static String decode(BufferedImage image) throws ReaderException {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }
}
