package io.deskgraph.gateway.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client that sends bytes as they are given, so that a test can say what no well-behaved client would. */
public final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Wire(Socket socket, int port) throws IOException {
        this.socket = socket;
        socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    public static Wire open(int port) {
        try {
            return new Wire(new Socket(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param local the address of this machine to come from */
    public static Wire openFrom(String local, int port) {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(local, 0));
            return new Wire(socket, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Wire openTls(int port) {
        try {
            return new Wire(TrustEverybody.sockets().createSocket(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request on a connection of its own; the lines are the head, without the empty line at its end. */
    public static WireAnswer exchange(int port, List<String> head, byte[] body) {
        try (Wire wire = open(port)) {
            return wire.send(head).send(body).receive(head.get(0).startsWith("HEAD "));
        }
    }

    public Wire send(List<String> head) {
        return send((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WireAnswer receive(boolean bodiless) {
        WireAnswer head = receiveHead();
        return bodiless ? head : head.withBody(body(head));
    }

    /** The status line and the headers; the body is still to be read. */
    public WireAnswer receiveHead() {
        return WireAnswer.parse(line(), this::line);
    }

    /** The next bytes of the body as they come, none at its end; not decoded. */
    public int receiveSome(byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side has closed the connection, or resets it, and sends nothing more. */
    public boolean isClosedByPeer() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
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

    private byte[] body(WireAnswer head) {
        try {
            if (head.has("Transfer-Encoding")) {
                return chunks();
            }
            String length = head.header("Content-Length");
            return length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(), 16);
        while (size > 0) {
            body.write(in.readNBytes(size));
            line();
            size = Integer.parseInt(line(), 16);
        }
        line();
        return body.toByteArray();
    }

    private String line() {
        try {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("The connection ended after: " + line);
                }
                line.append((char) c);
            }
            return line.toString().stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
