package io.deskgraph.kit.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** A collector that takes spans as OTLP over HTTP, in protobuf, and keeps them. */
public final class SpanCollector implements AutoCloseable {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;

    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /**
     * A span.
     *
     * @param parentId empty for a span that began the trace
     * @param failed whether it says that what it was about did not go well
     */
    public record Received(
            String service,
            String traceId,
            String spanId,
            String parentId,
            String name,
            boolean failed,
            Map<String, String> attributes) {}

    private SpanCollector(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** Where the process under test is told to send its spans. */
    public static SpanCollector listening() {
        String endpoint = ConfigProvider.getConfig().getValue("deskgraph.traces.endpoint", String.class);
        return new SpanCollector(URI.create(endpoint).getPort());
    }

    /** On a port of this machine that may have been free a moment ago. */
    public static SpanCollector on(int port) {
        return new SpanCollector(port);
    }

    /** Those of one trace, once they are as expected. */
    public List<Received> await(String traceId, Predicate<List<Received>> complete) {
        return Eventually.get("spans of " + traceId, () -> of(traceId), complete);
    }

    /** Those of one trace that have come so far. */
    public List<Received> of(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] body =
                (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()).readAllBytes();
        fields(body, (field, resourceSpans) -> resource(resourceSpans));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void resource(byte[] resourceSpans) {
        Map<String, String> resource = new TreeMap<>();
        fields(resourceSpans, (field, message) -> {
            if (field == 1) {
                fields(message, (number, attribute) -> attribute(attribute, resource));
            }
        });
        fields(resourceSpans, (field, scope) -> {
            if (field == 2) {
                fields(scope, (number, span) -> span(number, span, resource.getOrDefault("service.name", "")));
            }
        });
    }

    private void span(int number, byte[] span, String service) {
        if (number != 2) {
            return;
        }
        Map<Integer, byte[]> members = new TreeMap<>();
        Map<String, String> attributes = new TreeMap<>();
        fields(span, (field, value) -> {
            members.put(field, value);
            if (field == 9) {
                attribute(value, attributes);
            }
        });
        spans.add(new Received(
                service,
                hex(members, 1),
                hex(members, 2),
                hex(members, 4),
                new String(members.getOrDefault(5, new byte[0]), StandardCharsets.UTF_8),
                // The status, which is empty unless one was set; only failures set one.
                members.getOrDefault(15, new byte[0]).length > 0,
                attributes));
    }

    /** Text values only; all others are empty. */
    private static void attribute(byte[] attribute, Map<String, String> into) {
        String[] pair = {"", ""};
        fields(attribute, (field, value) -> {
            if (field == 1) {
                pair[0] = new String(value, StandardCharsets.UTF_8);
            } else {
                fields(value, (kind, text) -> pair[1] = kind == 1 ? new String(text, StandardCharsets.UTF_8) : "");
            }
        });
        into.put(pair[0], pair[1]);
    }

    private static String hex(Map<Integer, byte[]> members, int field) {
        return HexFormat.of().formatHex(members.getOrDefault(field, new byte[0]));
    }

    /** Gives each member of a message that has a length; numbers are passed over. */
    private static void fields(byte[] message, BiConsumer<Integer, byte[]> each) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case VARINT -> varint(in);
                case FIXED_64 -> in.getLong();
                case BYTES -> {
                    byte[] value = new byte[(int) varint(in)];
                    in.get(value);
                    each.accept(field, value);
                }
                default -> in.getInt();
            }
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
