package io.deskgraph.tickets.document;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches a form go by and knows at its end whether it was whole. */
final class ClosingBoundary {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s\";,]{1,70}))", Pattern.CASE_INSENSITIVE);

    /** What may follow the boundary. */
    private static final int EPILOGUE = 256;

    private final String closing;
    private Buffer tail = Buffer.buffer();

    private ClosingBoundary(String boundary) {
        this.closing = "--" + boundary + "--";
    }

    /** Throws where the type names no boundary. */
    static ClosingBoundary of(String contentType) {
        Matcher matcher = PARAMETER.matcher(contentType);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No boundary");
        }
        return new ClosingBoundary(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    void pass(Buffer chunk) {
        int keep = closing.length() + EPILOGUE;
        Buffer last = chunk.length() >= keep ? Buffer.buffer() : tail;
        last.appendBuffer(chunk, Math.max(0, chunk.length() - keep), Math.min(keep, chunk.length()));
        tail = last.length() > 2 * keep ? last.getBuffer(last.length() - keep, last.length()) : last;
    }

    boolean isPassed() {
        return tail.toString(StandardCharsets.ISO_8859_1).contains(closing);
    }
}
