package io.deskgraph.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/**
 * Streams the client's body to the service, no faster than the service reads, and counts it on the way. A client that
 * keeps the connection busy with a trickle is found out by its average.
 */
final class RequestBody {

    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final KeptBody kept;
    private final Silence silence;
    private final Pace pace;
    private final Runnable onTooLarge;
    private final Runnable onTooSlow;
    private final long limit;
    private final long declared;
    private final long began = System.nanoTime();
    private long passed;
    private boolean held;
    private boolean complete;

    /** How slow a client may be: from {@code after} on, {@code bytesPerSecond} on the average. */
    record Pace(long afterNanos, long bytesPerSecond) {}

    RequestBody(
            Forwarding forwarding,
            HttpServerRequest from,
            HttpClientRequest to,
            KeptBody kept,
            Silence silence,
            Pace pace,
            Runnable onTooLarge,
            Runnable onTooSlow) {
        this.from = from;
        this.to = to;
        this.kept = kept;
        this.silence = silence;
        this.pace = pace;
        this.onTooLarge = onTooLarge;
        this.onTooSlow = onTooSlow;
        this.limit = forwarding.route().bodyLimit();
        this.declared = forwarding.head().contentLength();
    }

    void send() {
        to.setChunked(declared < 0);
        from.handler(this::pass);
        from.endHandler(end -> end());
        from.resume();
    }

    /** Whether it is the client that the service waits for. */
    boolean isAwaited() {
        return !complete && !held;
    }

    private void pass(Buffer chunk) {
        passed += chunk.length();
        if (passed > limit) {
            onTooLarge.run();
            return;
        }
        if (passed != declared && isTooSlow()) {
            onTooSlow.run();
            return;
        }
        silence.moved();
        kept.add(chunk);
        if (passed == declared) {
            // Head, body and end in one write.
            complete = true;
            kept.end();
            to.end(chunk);
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            held = true;
            from.pause();
            to.drainHandler(drained -> goOn());
        }
    }

    private void goOn() {
        held = false;
        from.resume();
    }

    private boolean isTooSlow() {
        long elapsed = System.nanoTime() - began;
        return elapsed > pace.afterNanos() && passed < pace.bytesPerSecond() * TimeUnit.NANOSECONDS.toSeconds(elapsed);
    }

    private void end() {
        if (!complete) {
            complete = true;
            kept.end();
            to.end();
        }
    }
}
