package io.deskgraph.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Streams a service's answer to the client, no faster than the client reads. */
final class AnswerRelay {

    private static final long UNKNOWN = -1;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final HttpMethod method;
    private final Forwarding forwarding;
    private final Silence silence;
    private final Runnable onComplete;
    private final Consumer<@Nullable Throwable> onBroken;
    private long declared = UNKNOWN;
    private long passed;
    private boolean complete;

    AnswerRelay(
            RoutingContext routing,
            HttpClientResponse from,
            Forwarding forwarding,
            Silence silence,
            Runnable onComplete,
            Consumer<@Nullable Throwable> onBroken) {
        this.from = from;
        this.to = routing.response();
        this.method = routing.request().method();
        this.forwarding = forwarding;
        this.silence = silence;
        this.onComplete = onComplete;
        this.onBroken = onBroken;
    }

    void relay() {
        silence.moved();
        to.setStatusCode(from.statusCode());
        AnswerHeaders.copy(from.headers(), to, forwarding.requestId());
        frame();
        from.exceptionHandler(onBroken::accept);
        from.handler(this::pass);
        from.endHandler(end -> end());
    }

    private void frame() {
        boolean bodiless =
                method == HttpMethod.HEAD || from.statusCode() == NO_CONTENT || from.statusCode() == NOT_MODIFIED;
        if (bodiless) {
            return;
        }
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            to.setChunked(true);
        } else {
            declared = Long.parseLong(length);
        }
    }

    private void pass(Buffer chunk) {
        silence.moved();
        passed += chunk.length();
        if (passed == declared) {
            // Head, body and end in one write.
            complete(chunk);
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
            onComplete.run();
        }
    }

    private void complete(Buffer last) {
        complete = true;
        to.end(last);
        onComplete.run();
    }
}
