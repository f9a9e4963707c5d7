package io.deskgraph.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks for TCP ports on the loopback address. Every server of the suite binds there and nowhere else. */
public final class FreePorts {
    public static final String LOOPBACK = "127.0.0.1";

    private FreePorts() {}

    /** A port nobody listens on, picked by the operating system. */
    public static int any() {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free TCP port on " + LOOPBACK, e);
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static void require(String server, int port) {
        if (!isFree(port)) {
            throw new EmbeddedServerException(server + " cannot start: port " + port + " is in use");
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // Else a port in TIME_WAIT, left by the previous run a second ago, would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
