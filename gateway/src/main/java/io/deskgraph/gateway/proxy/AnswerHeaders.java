package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.answer.SecurityHeaders;
import io.deskgraph.kit.request.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** The headers a client receives: the service's without those of the inner connection, and the gateway's own. */
final class AnswerHeaders {

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestIds.HEADER);
    private static final CharSequence[] OF_THE_CONNECTION = {
        HttpHeaders.CONNECTION,
        HttpHeaders.TRANSFER_ENCODING,
        HttpHeaders.createOptimized("keep-alive"),
        HttpHeaders.createOptimized("trailer"),
        HttpHeaders.createOptimized("upgrade"),
        HttpHeaders.createOptimized("te"),
        HttpHeaders.createOptimized("proxy-authenticate"),
        HttpHeaders.createOptimized("proxy-authorization"),
        HttpHeaders.createOptimized("proxy-connection"),
    };

    private AnswerHeaders() {}

    static void copy(MultiMap from, HttpServerResponse response, String requestId) {
        MultiMap to = response.headers();
        to.addAll(from);
        dropNamed(to, from.get(HttpHeaders.CONNECTION));
        for (CharSequence name : OF_THE_CONNECTION) {
            to.remove(name);
        }
        to.set(REQUEST_ID, requestId);
        SecurityHeaders.complete(to);
    }

    private static void dropNamed(MultiMap headers, @Nullable String connection) {
        if (connection == null) {
            return;
        }
        for (String name : connection.split(",", -1)) {
            headers.remove(name.strip());
        }
    }
}
