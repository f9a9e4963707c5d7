package io.deskgraph.gateway.answer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Breaks a request off: its connection, or where several share one, its stream alone. */
public final class HangUp {

    private static final long INTERNAL_ERROR = 2;

    private HangUp() {}

    public static void on(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }
}
