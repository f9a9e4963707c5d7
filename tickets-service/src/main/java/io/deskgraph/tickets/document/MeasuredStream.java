package io.deskgraph.tickets.document;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of a file on their way to the store, counted, digested, and cut off where they become too many. */
final class MeasuredStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final MessageDigest digest = sha256();
    private @Nullable Handler<Throwable> onFailure;
    private @Nullable Throwable failure;
    private long size;

    MeasuredStream(ReadStream<Buffer> source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "File size exceeds limit of " + limit + " bytes");
    }

    long size() {
        return size;
    }

    String checksum() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Null as long as all is well. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Ends the stream as failed, whatever else comes. */
    void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
            if (onFailure != null) {
                onFailure.handle(cause);
            }
        }
    }

    @Override
    public MeasuredStream handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    @Override
    public MeasuredStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        source.exceptionHandler(handler == null ? null : this::fail);
        if (handler != null && failure != null) {
            handler.handle(failure);
        }
        return this;
    }

    @Override
    public MeasuredStream endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler == null ? null : end -> end(handler));
        return this;
    }

    @Override
    public MeasuredStream pause() {
        source.pause();
        return this;
    }

    @Override
    public MeasuredStream resume() {
        source.resume();
        return this;
    }

    @Override
    public MeasuredStream fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        if (failure != null) {
            return;
        }
        size += chunk.length();
        if (size > limit) {
            fail(tooLarge(limit));
            return;
        }
        digest.update(chunk.getByteBuf().nioBuffer());
        handler.handle(chunk);
    }

    private void end(Handler<Void> handler) {
        if (failure == null) {
            handler.handle(null);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
