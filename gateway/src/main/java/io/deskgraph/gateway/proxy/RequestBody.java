package io.deskgraph.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;

/** Streams the client's body to the service, no faster than the service reads, and counts it on the way. */
final class RequestBody {

    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final Silence silence;
    private final Runnable onTooLarge;
    private final long limit;
    private final long declared;
    private long passed;
    private boolean complete;

    RequestBody(
            Forwarding forwarding, HttpServerRequest from, HttpClientRequest to, Silence silence, Runnable onTooLarge) {
        this.from = from;
        this.to = to;
        this.silence = silence;
        this.onTooLarge = onTooLarge;
        this.limit = forwarding.route().bodyLimit();
        this.declared = forwarding.head().contentLength();
    }

    void send() {
        to.setChunked(declared < 0);
        from.handler(this::pass);
        from.endHandler(end -> end());
        from.resume();
    }

    private void pass(Buffer chunk) {
        passed += chunk.length();
        if (passed > limit) {
            onTooLarge.run();
            return;
        }
        silence.moved();
        if (passed == declared) {
            // Head, body and end in one write.
            complete = true;
            to.end(chunk);
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
        }
    }

    private void end() {
        if (!complete) {
            complete = true;
            to.end();
        }
    }
}
