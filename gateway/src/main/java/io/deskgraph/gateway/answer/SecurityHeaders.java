package io.deskgraph.gateway.answer;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Headers that every answer carries; caching is off unless the service has said how it may be done. */
public final class SecurityHeaders {

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private SecurityHeaders() {}

    /** For a client whose connection is under TLS: it is to come back that way and no other. */
    public static void demandTls(MultiMap headers) {
        headers.set(TRANSPORT_SECURITY, A_YEAR);
    }

    public static void complete(MultiMap headers) {
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }
}
