package io.deskgraph.assets.qr;

import io.deskgraph.kit.http.QueryReader;
import java.util.Map;

/** How a code is drawn. */
record QrForm(int size, boolean vector) {

    private static final int USUAL = 200;
    private static final Map<String, Boolean> FORMATS = Map.of("png", false, "svg", true);

    static QrForm read(QueryReader query) {
        Integer size = query.number("size", 100, 1_000);
        return new QrForm(size == null ? USUAL : size, query.oneOf("format", FORMATS, false));
    }

    byte[] draw(QrCode code) {
        return vector ? code.svg(size) : code.png(size);
    }

    String mediaType() {
        return vector ? "image/svg+xml" : "image/png";
    }
}
