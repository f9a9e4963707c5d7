package io.deskgraph.kit.test;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that nobody should send.
 *
 * @param path encoded already, with its query
 */
record HostileRequest(String method, String path, Map<String, String> headers, byte @Nullable [] body) {

    static HostileRequest of(String method, String path) {
        return new HostileRequest(method, path, Map.of(), null);
    }

    HostileRequest with(String header, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new HostileRequest(method, path, Map.copyOf(more), body);
    }

    HostileRequest with(String type, byte[] sent) {
        HostileRequest typed = with("Content-Type", type);
        return new HostileRequest(method, path, typed.headers(), sent);
    }

    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        String shortened = text.length() > 200 ? text.substring(0, 200) + "… " + text.length() : text;
        String line = path.length() > 200 ? path.substring(0, 200) + "… " + path.length() : path;
        return method + " " + line + " " + headers + " " + shortened;
    }
}
