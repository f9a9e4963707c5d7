package io.deskgraph.assets.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text as its byte order mark says it is encoded, UTF-8 without one. Bytes that are no text are neither dropped nor
 * replaced by something that could have been meant: they come out as {@link #MALFORMED}, which no decoder gives out alone.
 */
public final class StrictReader extends Reader {

    /** Half of a surrogate pair; without its first half it stands for bytes that are no text. */
    static final char MALFORMED = '\uDFFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
    private boolean exhausted;
    private boolean done;

    private StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    public static StrictReader of(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] head = start.readNBytes(3);
        Charset charset = charset(head);
        int mark = mark(head, charset);
        start.unread(head, mark, head.length - mark);
        return new StrictReader(start, charset);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(buffer, offset, length);
        while (out.position() == 0 && !done) {
            refill();
            decode(out);
        }
        return out.position() == 0 ? -1 : out.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void refill() throws IOException {
        if (!exhausted) {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            exhausted = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
        }
    }

    private void decode(CharBuffer out) {
        while (out.hasRemaining()) {
            CoderResult result = decoder.decode(bytes, out, exhausted);
            if (result.isError() && out.hasRemaining()) {
                bytes.position(bytes.position() + result.length());
                out.put(MALFORMED);
            } else {
                done = exhausted && result.isUnderflow();
                return;
            }
        }
    }

    private static Charset charset(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static int mark(byte[] head, Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return 2;
        }
        return startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
