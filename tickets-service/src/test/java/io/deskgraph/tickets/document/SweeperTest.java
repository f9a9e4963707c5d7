package io.deskgraph.tickets.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.kit.test.Eventually;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of a sweeper whose database takes its connection and breaks it off. */
@QuarkusTest
class SweeperTest {

    private static final int QUIET_MILLIS = 300;

    @Inject
    Vertx vertx;

    @Inject
    DocumentStore store;

    @Inject
    DocumentConfig config;

    private final Logger log = Logger.getLogger(Sweeper.class.getName());
    private final Capture capture = new Capture();
    private ServerSocket database;
    private Sweeper sweeper;

    @BeforeEach
    void open() throws IOException {
        log.addHandler(capture);
        database = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        database.setSoTimeout(10_000);
        String url = "postgresql://127.0.0.1:" + database.getLocalPort() + "/none";
        sweeper = new Sweeper(vertx, new SystemConnection(vertx, url, "x", "x"), store, config, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        log.removeHandler(capture);
        database.close();
    }

    @Test
    void aSweepThatFailsIsTold() throws IOException {
        breakOff();

        Eventually.until("told", () -> capture.messages.size() == 1);
    }

    @Test
    void afterTheEndNoSweepBeginsAndTheOneUnderWayEndsQuietly() throws IOException {
        // Given
        sweeper.wake();
        Socket underWay = database.accept();

        // When
        sweeper.stop(new ShutdownEvent());
        underWay.close();
        sweeper.wake();

        // Then
        database.setSoTimeout(QUIET_MILLIS);
        assertThrows(SocketTimeoutException.class, database::accept);
        assertEquals(List.of(), capture.messages);
    }

    private void breakOff() throws IOException {
        sweeper.wake();
        database.accept().close();
    }

    private static final class Capture extends Handler {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
