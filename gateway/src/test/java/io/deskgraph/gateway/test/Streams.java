package io.deskgraph.gateway.test;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection that speaks HTTP/2 in frames as they are given, so that a test can say what no client would. */
public final class Streams implements AutoCloseable {

    public static final int END_STREAM = 1;
    public static final int END_HEADERS = 4;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int ACK = 1;
    private static final int PRIORITY = 0x20;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final SSLSocket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();
    private final Map<Integer, Told> told = new HashMap<>();
    private final Map<Integer, Long> settings = new HashMap<>();
    private boolean closed;

    /**
     * What came of a stream.
     *
     * @param status 0 if there was none
     * @param reset the code it was reset with; -1 if it was not
     */
    public record Told(int status, String body, boolean ended, long reset) {

        static final Told NOTHING = new Told(0, "", false, -1);

        public boolean isOver() {
            return ended || reset >= 0;
        }
    }

    private Streams(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
    }

    public static Streams open(int port) {
        try {
            SSLSocket socket = (SSLSocket) TrustEverybody.sockets().createSocket("127.0.0.1", port);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.startHandshake();
            Streams streams = new Streams(socket);
            streams.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return streams.frame(SETTINGS, 0, 0, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param headers names and values, in this order, pseudo-headers among them */
    public Streams headers(int stream, int flags, String... headers) {
        return frame(HEADERS, flags, stream, block(stream, headers));
    }

    public Streams data(int stream, int flags, byte[] bytes) {
        return frame(DATA, flags, stream, bytes);
    }

    public Streams reset(int stream) {
        return frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
    }

    /** The frame's own words, for what is no whole frame. */
    public Streams write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Streams frame(int type, int flags, int stream, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload);
        return write(frame.array());
    }

    /** What comes of the stream; what is known when the server closes the connection first. */
    public Told await(int stream) {
        while (!of(stream).isOver() && !closed) {
            read();
        }
        return of(stream);
    }

    /** What the server has set for the connection; reads on until it has said so. */
    public long setting(int id) {
        while (!settings.containsKey(id) && !closed) {
            read();
        }
        return settings.getOrDefault(id, -1L);
    }

    /** Reads on until the server has no more to say on this connection. */
    public void awaitClosed() {
        while (!closed) {
            read();
        }
    }

    private Told of(int stream) {
        return told.getOrDefault(stream, Told.NOTHING);
    }

    private void read() {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt() & Integer.MAX_VALUE;
            take(type, flags, stream, in.readNBytes(length));
        } catch (EOFException | javax.net.ssl.SSLException | java.net.SocketException end) {
            closed = true;
        } catch (IOException | Http2Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(int type, int flags, int stream, byte[] payload) throws Http2Exception {
        Told before = of(stream);
        boolean ended = before.ended() || (flags & END_STREAM) != 0;
        switch (type) {
            case HEADERS -> {
                int from = (flags & PRIORITY) == 0 ? 0 : 5;
                int status = status(stream, Arrays.copyOfRange(payload, from, payload.length));
                told.put(stream, new Told(status, before.body(), ended, -1));
            }
            case DATA -> {
                String text = before.body() + new String(payload, StandardCharsets.UTF_8);
                told.put(stream, new Told(before.status(), text, ended, -1));
            }
            case RST_STREAM -> {
                long code = ByteBuffer.wrap(payload).getInt() & 0xFFFFFFFFL;
                told.put(stream, new Told(before.status(), before.body(), before.ended(), code));
            }
            case SETTINGS -> takeSettings(flags, payload);
            case PING -> {
                if ((flags & ACK) == 0) {
                    frame(PING, ACK, 0, payload);
                }
            }
            case GOAWAY -> closed = true;
            default -> {}
        }
    }

    private void takeSettings(int flags, byte[] payload) {
        if ((flags & ACK) == 0) {
            for (ByteBuffer rest = ByteBuffer.wrap(payload); rest.hasRemaining(); ) {
                settings.put((int) rest.getShort(), rest.getInt() & 0xFFFFFFFFL);
            }
            frame(SETTINGS, ACK, 0, new byte[0]);
        }
    }

    private int status(int stream, byte[] block) throws Http2Exception {
        CharSequence status =
                decoder.decodeHeaders(stream, Unpooled.wrappedBuffer(block)).status();
        return status == null ? of(stream).status() : Integer.parseInt(status.toString());
    }

    private byte[] block(int stream, String... headers) {
        Http2Headers unchecked = new DefaultHttp2Headers(false);
        for (int i = 0; i < headers.length; i += 2) {
            unchecked.add(headers[i], headers[i + 1]);
        }
        try {
            ByteBuf buffer = Unpooled.buffer();
            encoder.encodeHeaders(stream, unchecked, buffer);
            return ByteBufUtil.getBytes(buffer);
        } catch (Http2Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
