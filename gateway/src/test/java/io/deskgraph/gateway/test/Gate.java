package io.deskgraph.gateway.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The gateway under test, as a client reaches it. */
public final class Gate {

    private Gate() {}

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }

    /** @param more further header lines */
    public static WireAnswer get(String host, String path, String... more) {
        return request("GET", host, path, more);
    }

    public static WireAnswer request(String method, String host, String path, String... more) {
        return Wire.exchange(port(), head(method, host, path, more), new byte[0]);
    }

    public static WireAnswer send(String method, String host, String path, String body, String... more) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> head = head(method, host, path, more);
        head.add("Content-Type: application/json");
        head.add("Content-Length: " + bytes.length);
        return Wire.exchange(port(), head, bytes);
    }

    public static List<String> head(String method, String host, String path, String... more) {
        List<String> head = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: " + host));
        head.addAll(List.of(more));
        return head;
    }

    public static String key(String key) {
        return "X-API-Key: " + key;
    }
}
