package io.deskgraph.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.test.ApiDocument.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Makes, from what the document says of an operation, requests that break it in one place each. */
final class HostileRequests {

    static final String JSON = "application/json";
    private static final String MARK = "\"@hostile@\"";

    /** Encoded as in a URL. */
    static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1.5",
            "99999999999999999999",
            "null",
            "true",
            "%00",
            "%FF",
            "%F0%9F%92%A5",
            "%20",
            "%27%22%3B--",
            "%25_",
            "2026-13-45",
            "01970000-0000-7000-8000-00000000000g",
            "x".repeat(3000));

    static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "9223372036854775808",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\uD83D\uDCA5\"",
            "\"2026-13-45\"",
            "\"" + "x".repeat(70_000) + "\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"a\":{\"b\":null}}");

    private static final List<String> JSON_BODIES = List.of(
            "",
            "null",
            "[]",
            "\"x\"",
            "1",
            "{",
            "{}}",
            "{}",
            "{\"a\":1,\"a\":2}",
            "{\"\\u0000\":1}",
            "[".repeat(5000),
            "{\"a\":".repeat(3000));

    static final List<String> HEADER_VALUES =
            List.of("", "x", "\"-1\"", "W/\"1\"", "\"99999999999\"", "x".repeat(400));

    /** Of no operation. */
    private static final List<String> WRONG_METHODS = List.of("OPTIONS", "PROPFIND", "TRACE");

    private final PlausibleBody bodies;

    HostileRequests(PlausibleBody bodies) {
        this.bodies = bodies;
    }

    /** @param path of something that is there, if the test knows one */
    List<HostileRequest> of(Operation operation, String path) {
        List<HostileRequest> requests = new ArrayList<>();
        JsonNode json = operation.node().path("requestBody").path("content").path(JSON);
        HostileRequest plain = HostileRequest.of(operation.method(), path);
        HostileRequest base =
                json.isMissingNode() ? plain : plain.with(JSON, text(bodies.required(json.path("schema"))));
        requests.add(base);
        paths(operation, path)
                .forEach(
                        broken -> requests.add(new HostileRequest(base.method(), broken, base.headers(), base.body())));
        WRONG_METHODS.forEach(method ->
                requests.add(new HostileRequest(method, path, base.headers(), base.body())));
        parameters(operation, "query")
                .forEach(name -> WORDS.forEach(word -> requests.add(new HostileRequest(
                        base.method(), path + "?" + name + "=" + word, base.headers(), base.body()))));
        parameters(operation, "header")
                .forEach(name -> HEADER_VALUES.forEach(value -> requests.add(base.with(name, value))));
        if (operation.node().has("requestBody")) {
            broken(operation, plain, requests);
        }
        if (!json.isMissingNode()) {
            members(json.path("schema"), plain, requests);
        }
        return requests;
    }

    private static List<String> paths(Operation operation, String path) {
        List<String> broken = new ArrayList<>();
        String[] template = operation.template().split("/");
        String[] segments = path.split("/");
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                for (String word : WORDS) {
                    String[] other = segments.clone();
                    other[i] = word;
                    broken.add(String.join("/", other));
                }
            }
        }
        return broken;
    }

    static List<String> parameters(Operation operation, String in) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static void broken(Operation operation, HostileRequest plain, List<HostileRequest> requests) {
        JSON_BODIES.forEach(body -> requests.add(plain.with(JSON, bytes(body))));
        requests.add(plain.with(JSON, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}));
        requests.add(plain.with("text/plain", bytes("hello")));
        requests.add(plain.with("nonsense", bytes("{}")));
        requests.add(plain.with("application/xml", bytes("<a/>")));
        requests.add(plain.with("multipart/form-data", bytes("--x\r\n")));
        requests.add(plain.with(
                "multipart/form-data; boundary=x", bytes("--x\r\nContent-Disposition: form-data; name=\"file\"")));
        requests.add(plain.with("multipart/form-data; boundary=x", bytes("--x--\r\n")));
        operation.node().path("requestBody").path("content").fieldNames().forEachRemaining(type -> {
            requests.add(plain.with(type, bytes("\u0000\u0001")));
            requests.add(plain.with(type, new byte[0]));
        });
    }

    private void members(JsonNode schema, HostileRequest plain, List<HostileRequest> requests) {
        ObjectNode required = bodies.required(schema);
        bodies.members(schema).forEach((name, member) -> {
            ObjectNode valid = required.deepCopy();
            valid.set(name, bodies.value(name, member));
            requests.add(plain.with(JSON, text(valid)));
            ObjectNode marked = required.deepCopy().put(name, "@hostile@");
            JSON_VALUES.forEach(value ->
                    requests.add(plain.with(JSON, bytes(marked.toString().replace(MARK, value)))));
        });
    }

    private static byte[] text(JsonNode body) {
        return bytes(body.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
