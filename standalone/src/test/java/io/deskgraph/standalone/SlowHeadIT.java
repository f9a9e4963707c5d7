package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the process as it is shipped: what the deadline hangs on is decided by what such a process does first. */
@ExtendWith(Suite.Extension.class)
class SlowHeadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Suite suite;

    SlowHeadIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void aHeadThatDoesNotEndIsCutOff() throws IOException {
        try (Socket client = new Socket("127.0.0.1", suite.ports().gateway())) {
            // Given
            client.setSoTimeout((int) PATIENCE.toMillis());

            // When
            client.getOutputStream().write("GET / HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));

            // Then
            assertEquals(-1, client.getInputStream().read(), "closed without a word");
        }
    }
}
