package io.deskgraph.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthScriptTest {

    private static final Path SCRIPT = Repository.path("deploy/docker/health.sh");

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/up", 200);
        answer("/down", 503);
        server.start();
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatAnswersIsHealthy() {
        assertEquals(0, check("/up").exitCode());
    }

    @Test
    void whatIsDownIsNot() {
        assertNotEquals(0, check("/down").exitCode());
    }

    @Test
    void whatIsNotThereIsNot() {
        assertNotEquals(0, check("/other").exitCode());
    }

    @Test
    void whatDoesNotListenIsNot() {
        server.stop(0);

        assertNotEquals(0, check("/up").exitCode());
    }

    private Script check(String path) {
        String port = Integer.toString(server.getAddress().getPort());
        return Script.run(SCRIPT, Map.of("DESKGRAPH_MANAGEMENT_PORT", port), path);
    }
}
