package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.suite.Health;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayClientTest {

    @Test
    void theTenantIsInTheHostHeaderEvenAfterOtherCallsOfThisProcess() throws Exception {
        // Given
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/echo", exchange -> {
            String host = exchange.getRequestHeaders().getFirst("Host");
            byte[] body = ("{\"data\":\"" + host + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        assertFalse(new Health(port).isReady());

        // When
        Answer answer = GatewayClient.anonymous(URI.create("http://127.0.0.1:" + port), "acme.localhost:1")
                .post("/echo", Map.of("a", List.of(1)));

        // Then
        assertEquals("acme.localhost:1", answer.data().asText());
        server.stop(0);
    }
}
