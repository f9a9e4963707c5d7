package io.deskgraph.assets.qr;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The host that the client asked, as the gateway tells it. */
public final class PublicHost {

    private PublicHost() {}

    public static String of(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        @Nullable String host = forwarded == null ? request.getHeader("Host") : forwarded;
        return host == null ? "localhost" : host;
    }
}
