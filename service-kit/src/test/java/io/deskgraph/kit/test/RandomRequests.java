package io.deskgraph.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.test.ApiDocument.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Requests that break an operation in several places at once, by chance. The same seed gives the same requests, as long
 * as the document is the same.
 */
final class RandomRequests {

    private static final String MARK = "@hostile@";
    private static final int MOST_PLACES = 4;

    /** What any operation may be sent, declared or not. */
    private static final List<String> COMMON_HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Content-Encoding",
            "Content-Language",
            "Cookie",
            "Expect-CT",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "Range",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "X-Idempotency-Key",
            "X-Request-Id",
            "X-Tenant-Id",
            "traceparent");

    private static final List<String> COMMON_PARAMETERS =
            List.of("limit", "page", "cursor", "sort", "fields", "q", "search", "tenant", "include", "order");

    private final Random random;
    private final PlausibleBody bodies;

    RandomRequests(Random random, PlausibleBody bodies) {
        this.random = random;
        this.bodies = bodies;
    }

    HostileRequest next(Operation operation, String path) {
        HostileRequest request = HostileRequest.of(operation.method(), target(operation, path));
        for (int i = random.nextInt(MOST_PLACES); i > 0; i--) {
            request = request.with(headerName(operation), one(HostileRequests.HEADER_VALUES));
        }
        JsonNode content = operation.node().path("requestBody").path("content");
        JsonNode json = content.path(HostileRequests.JSON);
        if (!json.isMissingNode()) {
            return request.with(HostileRequests.JSON, body(json.path("schema")));
        }
        return content.isEmpty() ? request : request.with(content.fieldNames().next(), noise());
    }

    private String target(Operation operation, String path) {
        String[] template = operation.template().split("/");
        String[] segments = path.split("/");
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{") && random.nextInt(4) == 0) {
                segments[i] = word();
            }
        }
        List<String> names = new ArrayList<>(HostileRequests.parameters(operation, "query"));
        names.addAll(COMMON_PARAMETERS);
        StringBuilder target = new StringBuilder(String.join("/", segments));
        for (int i = random.nextInt(MOST_PLACES); i > 0; i--) {
            target.append(target.indexOf("?") < 0 ? '?' : '&')
                    .append(one(names))
                    .append('=')
                    .append(word());
        }
        return target.toString();
    }

    private String headerName(Operation operation) {
        List<String> names = new ArrayList<>(HostileRequests.parameters(operation, "header"));
        names.addAll(COMMON_HEADERS);
        return one(names);
    }

    /** One of the usual suspects, or bytes that nobody has thought of. */
    private String word() {
        if (random.nextBoolean()) {
            return one(HostileRequests.WORDS);
        }
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            word.append('%').append(String.format("%02X", random.nextInt(256)));
        }
        return word.toString();
    }

    private byte[] body(JsonNode schema) {
        ObjectNode body = bodies.whole(schema);
        for (int i = random.nextInt(MOST_PLACES); i >= 0; i--) {
            breakSomewhere(body);
        }
        String text = body.toString();
        while (text.contains('"' + MARK + '"')) {
            int at = text.indexOf('"' + MARK + '"');
            text = text.substring(0, at) + one(HostileRequests.JSON_VALUES) + text.substring(at + MARK.length() + 2);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Goes down from the root by chance, and breaks where it stops. */
    private void breakSomewhere(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            String name = name(object);
            JsonNode member = object.get(name);
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.put("unheard_of_" + random.nextInt(9), MARK);
                case 2 -> breakOr(member, () -> object.put(name, MARK));
                default -> object.put(name, MARK);
            }
        } else if (node instanceof ArrayNode array) {
            if (!array.isEmpty() && random.nextBoolean()) {
                breakOr(array.get(0), () -> array.set(0, MARK));
            } else {
                JsonNode again = array.isEmpty() ? array.textNode(MARK) : array.get(0);
                for (int i = random.nextInt(300); i > 0; i--) {
                    array.add(again.deepCopy());
                }
            }
        }
    }

    private void breakOr(JsonNode inner, Runnable otherwise) {
        if (inner.isContainerNode()) {
            breakSomewhere(inner);
        } else {
            otherwise.run();
        }
    }

    private String name(ObjectNode object) {
        Iterator<String> names = object.fieldNames();
        for (int i = random.nextInt(object.size()); i > 0; i--) {
            names.next();
        }
        return names.next();
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
