package io.deskgraph.tickets.document;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.Serial;

/** Keeps bytes under paths such as {@code <uuid>/<uuid>}. */
interface DocumentStore {

    /**
     * Reads the stream to its end, no faster than it can write; completes when the bytes are safe. When the stream fails
     * the write fails with the same, has let go of the path, and may leave some bytes for {@link #delete}.
     */
    Uni<Void> write(String path, ReadStream<Buffer> bytes);

    /** The bytes, as fast as they are asked for; the Uni fails with {@link Missing} where there are none. */
    Uni<Multi<Buffer>> read(String path);

    /** Does nothing where nothing is. */
    Uni<Void> delete(String path);

    /** There are no bytes under this path. */
    final class Missing extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Missing(String path, Throwable cause) {
            super(path, cause);
        }
    }
}
