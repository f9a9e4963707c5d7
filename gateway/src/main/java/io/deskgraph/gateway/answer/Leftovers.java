package io.deskgraph.gateway.answer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Swallows what a client goes on sending after it has been answered. Closing at once would reset the connection under
 * the client's feet, and many clients would report that instead of the answer; so they get a moment to finish.
 */
public final class Leftovers {

    private static final long PATIENCE_MILLIS = 2_000;

    private Leftovers() {}

    public static void discard(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(ignored -> {});
        request.exceptionHandler(ignored -> {});
        long timer = exchange.vertx().setTimer(PATIENCE_MILLIS, expired -> hangUp(request));
        request.endHandler(end -> exchange.vertx().cancelTimer(timer));
        request.resume();
    }

    private static void hangUp(HttpServerRequest request) {
        if (!request.isEnded()) {
            HangUp.on(request);
        }
    }
}
