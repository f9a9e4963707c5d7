package io.deskgraph.gateway.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuerClientTest {

    private final Vertx vertx = Vertx.vertx();
    private final TestIssuer issuer = new TestIssuer();

    @AfterEach
    void close() {
        issuer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAnswerIsReadUpToItsLimit() throws Exception {
        // Given
        issuer.answerWith(request -> request.response().end(Buffer.buffer(new byte[Settings.LARGEST])));

        // Then
        assertEquals(Settings.LARGEST, ask("127.0.0.1/32").body().length());
    }

    @Test
    void aLargerAnswerIsCutOff() {
        issuer.answerWith(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(1, tick -> request.response().write(Buffer.buffer(new byte[1_000])));
        });

        assertEquals("Too large", refused("127.0.0.1/32"));
    }

    @Test
    void anAnswerThatDripsIsCutOff() {
        issuer.answerWith(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(20, tick -> request.response().write("x"));
        });

        assertEquals("Took too long", refused("127.0.0.1/32"));
    }

    @Test
    void silenceIsCutOff() {
        issuer.answerWith(request -> {});

        assertTrue(refused("127.0.0.1/32").matches("Took too long|The timeout period .*"));
    }

    @Test
    void aPrivateAddressIsNotEvenAsked() {
        assertEquals("Not a public address", refused("10.0.0.0/8"));

        assertEquals(0, issuer.requests());
    }

    @Test
    void norIsAnotherMachineWithoutTls() {
        String elsewhere = issuer.name().replace("127.0.0.1", "127.0.0.2").replace("localhost", "127.0.0.2");

        assertEquals("Not an address to be asked", refused("127.0.0.0/8", elsewhere));
        assertEquals(0, issuer.requests());
    }

    private IssuerClient.Said ask(String allowed) throws Exception {
        return ask(allowed, issuer.name());
    }

    private IssuerClient.Said ask(String allowed, String base) throws Exception {
        Settings settings = new Settings(List.of(allowed), false);
        return new IssuerClient(vertx, new Addresses(settings), settings)
                .get(base + "/keys")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private String refused(String allowed) {
        return refused(allowed, issuer.name());
    }

    private String refused(String allowed, String base) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> ask(allowed, base));
        return String.valueOf(failure.getCause().getMessage());
    }
}
