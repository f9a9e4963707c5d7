package io.deskgraph.tickets.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does. */
abstract class StoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PART = S3Upload.PART;

    protected final Vertx vertx = Vertx.vertx();
    private final String path = UUID.randomUUID() + "/" + UUID.randomUUID();

    protected abstract DocumentStore store();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 70_000})
    void whatIsWrittenIsRead(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        write(new ByteStream(vertx, bytes, -1));

        assertArrayEquals(bytes, read());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000, 2 * PART + 70_000})
    void aStreamThatFailsFailsTheWriteAndLeavesNothingToRead(int failsAt) {
        ByteStream stream = new ByteStream(vertx, new byte[3 * PART], failsAt);

        RuntimeException failure = assertThrows(RuntimeException.class, () -> write(stream));

        assertEquals("cut off", failure.getMessage());
        await(store().delete(path));
        assertThrows(DocumentStore.Missing.class, this::read);
    }

    @Test
    void aStreamIsReadNoFasterThanItIsWritten() {
        ByteStream stream = new ByteStream(vertx, new byte[6 * PART], -1);

        write(stream);

        assertTrue(stream.pauses() > 0, "never held back");
    }

    @Test
    void whatIsNotThereIsMissingAndMayBeDeleted() {
        assertThrows(DocumentStore.Missing.class, this::read);
        await(store().delete(path));
        write(new ByteStream(vertx, new byte[10], -1));
        await(store().delete(path));
        await(store().delete(path));
        assertThrows(DocumentStore.Missing.class, this::read);
    }

    private void write(ByteStream stream) {
        await(Uni.createFrom()
                .emitter(emitter -> vertx.runOnContext(
                        loop -> store().write(path, stream).subscribe().with(emitter::complete, emitter::fail))));
    }

    private byte[] read() {
        return await(store().read(path)
                        .chain(bytes -> bytes.collect().in(Buffer::buffer, (all, chunk) -> all.appendBuffer(chunk))))
                .getBytes();
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
