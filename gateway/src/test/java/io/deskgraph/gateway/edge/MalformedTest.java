package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hardly HTTP may be answered by the server itself, but never as if it were good. */
@QuarkusTest
class MalformedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET \\api\\v1\\tickets HTTP/1.1",
                "GET api/v1/tickets HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "CONNECT acme.desk.test:443 HTTP/1.1",
                "GET /api/v1/b\u00fccher HTTP/1.1",
                "GET http://user@acme.desk.test/api/v1/tickets HTTP/1.1",
                "G@T /api/v1/tickets HTTP/1.1"
            })
    void aMalformedRequestLineIsRefused(String line) {
        // When
        WireAnswer answer = Wire.exchange(Gate.port(), List.of(line, "Host: " + ACME_HOST, key(ADA_KEY)), new byte[0]);

        // Then
        assertEquals(4, answer.status() / 100, answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 99999999999999999999",
                "X-API-Key : " + ADA_KEY,
                "X\u0000: 1"
            })
    void aMalformedHeaderIsRefused(String header) {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, "/api/v1/tickets", header);

        // Then
        assertEquals(4, answer.status() / 100, answer.body());
    }
}
