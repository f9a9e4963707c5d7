package io.deskgraph.standalone;

import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.suite.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for several replicas, as a cluster's Service is: a new connection goes to one that is ready, and stays with
 * it. It knows nothing of HTTP.
 */
final class VirtualAddress implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket listener;
    private final List<Backend> backends;
    private final AtomicInteger turn = new AtomicInteger();

    /** Where a replica listens and where it says that it is ready. */
    record Backend(int port, int managementPort) {}

    private VirtualAddress(ServerSocket listener, List<Backend> backends) {
        this.listener = listener;
        this.backends = backends;
    }

    static VirtualAddress of(Backend... backends) {
        try {
            VirtualAddress address =
                    new VirtualAddress(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), List.of(backends));
            inBackground(address::accept);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            inBackground(() -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        try (client;
                Socket backend = new Socket(InetAddress.getLoopbackAddress(), ready())) {
            client.setTcpNoDelay(true);
            backend.setTcpNoDelay(true);
            Thread back = inBackground(() -> pump(backend, client));
            pump(client, backend);
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try {
            long unused = from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            from.close();
            to.close();
        }
    }

    private int ready() {
        Deadline deadline = Deadline.in(PATIENCE);
        while (!deadline.isOver()) {
            Backend next = backends.get(Math.floorMod(turn.getAndIncrement(), backends.size()));
            if (new Health(next.managementPort()).isReady()) {
                return next.port();
            }
        }
        throw new IllegalStateException("none of " + backends + " is ready");
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One side has gone, and the other has been told.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Work {
        void run() throws IOException;
    }
}
