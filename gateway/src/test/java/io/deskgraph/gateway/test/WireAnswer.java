package io.deskgraph.gateway.test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** An answer as it was on the wire; header names in lower case, a repeated header joined by commas. */
public record WireAnswer(int status, Map<String, String> headers, byte[] bytes) {

    static WireAnswer parse(String statusLine, Supplier<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = lines.get(); !line.isEmpty(); line = lines.get()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + "," + other);
        }
        return new WireAnswer(Integer.parseInt(statusLine.split(" ")[1]), headers, new byte[0]);
    }

    WireAnswer withBody(byte[] body) {
        return new WireAnswer(status, headers, body);
    }

    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public boolean has(String name) {
        return headers.containsKey(name.toLowerCase(Locale.ROOT));
    }

    public String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
