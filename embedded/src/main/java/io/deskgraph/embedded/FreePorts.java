package io.deskgraph.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Looks for TCP ports on the loopback address. Every server of the suite binds there and nowhere else. */
public final class FreePorts {
    public static final String LOOPBACK = "127.0.0.1";

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1000;

    /** Chosen before by this process, perhaps not listened on yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /**
     * A port nobody listens on. It lies below those that operating systems give away by themselves, to listeners without a
     * wish and to every outgoing connection: one of these could take it between the choice and its use.
     */
    public static int any() {
        return ThreadLocalRandom.current()
                .ints(TRIES, LOWEST, HIGHEST)
                .filter(FreePorts::isFree)
                .filter(GIVEN::add)
                .findFirst()
                .orElseThrow(() -> new EmbeddedServerException("No free TCP port on " + LOOPBACK));
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
