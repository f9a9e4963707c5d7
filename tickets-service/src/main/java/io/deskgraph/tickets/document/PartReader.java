package io.deskgraph.tickets.document;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Gathers a stream into parts of some size, one when it is asked for one; in between the stream is held. */
final class PartReader {

    private final ReadStream<Buffer> stream;
    private final int size;
    private Buffer part = Buffer.buffer();
    private boolean ended;
    private @Nullable Throwable failure;
    private @Nullable UniEmitter<? super Part> waiting;

    PartReader(ReadStream<Buffer> stream, int size) {
        this.stream = stream.pause();
        this.size = size;
        stream.exceptionHandler(this::fail);
        stream.handler(this::gather);
        stream.endHandler(end -> end());
    }

    /** @param last whether the stream has ended; any other part has the full size or a little more */
    record Part(Buffer bytes, boolean last) {}

    Uni<Part> next() {
        return Uni.createFrom().emitter(emitter -> {
            waiting = emitter;
            deliver();
            if (waiting != null) {
                stream.resume();
            }
        });
    }

    private void gather(Buffer chunk) {
        part.appendBuffer(chunk);
        deliver();
    }

    private void end() {
        ended = true;
        deliver();
    }

    private void fail(Throwable cause) {
        failure = cause;
        deliver();
    }

    private void deliver() {
        UniEmitter<? super Part> asked = waiting;
        boolean ready = failure != null || ended || part.length() >= size;
        if (asked == null || !ready) {
            return;
        }
        waiting = null;
        stream.pause();
        if (failure != null) {
            asked.fail(failure);
            return;
        }
        Buffer full = part;
        part = Buffer.buffer();
        asked.complete(new Part(full, ended));
    }
}
