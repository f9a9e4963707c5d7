package io.deskgraph.tickets.document;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Gives bytes in chunks on the event loop as long as it is not paused, and may fail on the way. */
final class ByteStream implements ReadStream<Buffer> {

    private static final int CHUNK = 65_536;

    private final Vertx vertx;
    private final byte[] bytes;
    private final int failsAt;
    private Handler<Buffer> onBytes;
    private Handler<Void> onEnd;
    private Handler<Throwable> onFailure;
    private boolean paused;
    private boolean done;
    private int given;
    private int pauses;

    ByteStream(Vertx vertx, byte[] bytes, int failsAt) {
        this.vertx = vertx;
        this.bytes = bytes;
        this.failsAt = failsAt;
    }

    int pauses() {
        return pauses;
    }

    @Override
    public ByteStream exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        return this;
    }

    @Override
    public ByteStream handler(Handler<Buffer> handler) {
        onBytes = handler;
        return this;
    }

    @Override
    public ByteStream endHandler(Handler<Void> handler) {
        onEnd = handler;
        return this;
    }

    @Override
    public ByteStream pause() {
        pauses += given > 0 && !paused ? 1 : 0;
        paused = true;
        return this;
    }

    @Override
    public ByteStream resume() {
        paused = false;
        vertx.runOnContext(loop -> give());
        return this;
    }

    @Override
    public ByteStream fetch(long amount) {
        return resume();
    }

    private void give() {
        if (paused || done) {
            return;
        }
        if (failsAt >= 0 && given >= failsAt) {
            done = true;
            onFailure.handle(new IllegalStateException("cut off"));
        } else if (given == bytes.length) {
            done = true;
            onEnd.handle(null);
        } else {
            int next = Math.min(CHUNK, bytes.length - given);
            Buffer chunk = Buffer.buffer(next).appendBytes(bytes, given, next);
            given += next;
            onBytes.handle(chunk);
            vertx.runOnContext(loop -> give());
        }
    }
}
