package io.deskgraph.tickets.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a server that speaks S3, signatures and parts included, and keeps the objects in memory. */
class S3DocumentStoreTest extends StoreContract {

    private static Object server;

    private final S3DocumentStore store = S3DocumentStore.of(config("secret"));

    @BeforeAll
    static void serve() {
        server = S3Server.start();
    }

    @AfterAll
    static void stopServing() throws Exception {
        ((AutoCloseable) server).close();
    }

    @AfterEach
    void hangUp() {
        store.close();
    }

    @Override
    protected DocumentStore store() {
        return store;
    }

    @Test
    void anUploadThatWasCutOffLeavesNoPartsBehind() {
        ByteStream stream = new ByteStream(vertx, new byte[3 * S3Upload.PART], 2 * S3Upload.PART + 1);

        assertThrows(RuntimeException.class, () -> Uni.createFrom()
                .emitter(emitter -> vertx.runOnContext(
                        loop -> store.write("a/cut", stream).subscribe().with(emitter::complete, emitter::fail)))
                .await()
                .indefinitely());

        List<?> keys = (List<?>) ((Supplier<?>) server).get();
        assertEquals(
                List.of(),
                keys.stream().filter(key -> key.toString().startsWith("a/")).toList());
    }

    @Test
    void aWrongSecretIsRefused() {
        try (S3DocumentStore stranger = S3DocumentStore.of(config("wrong"))) {
            assertThrows(
                    RuntimeException.class, () -> stranger.delete("a/b").await().indefinitely());
        }
    }

    private static S3Config config(String secret) {
        return new S3Config() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.of(URI.create("http://127.0.0.1:" + ((IntSupplier) server).getAsInt()));
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Optional<String> bucket() {
                return Optional.of(S3Server.BUCKET);
            }

            @Override
            public Optional<String> accessKey() {
                return Optional.of("access");
            }

            @Override
            public Optional<String> secretKey() {
                return Optional.of(secret);
            }

            @Override
            public boolean pathStyle() {
                return true;
            }
        };
    }
}
