package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.registry.Tenant;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Lets pages of the origins that a tenant lists call its API, without cookies and the like. For every other origin the
 * browser is told nothing, which keeps the answer from the page's scripts.
 */
final class Cors {

    private static final CharSequence METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final CharSequence HEADERS = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
            + " X-API-Key, X-Idempotency-Key, X-Request-Id, X-Tenant-Id";
    private static final CharSequence EXPOSED =
            "Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy,"
                    + " Retry-After, X-Ignored-Parameters, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset,"
                    + " X-Request-Id";
    private static final CharSequence SECONDS = "600";

    private Cors() {}

    /** Tells the browser what it may do; true if it asked no more than that. */
    static boolean isPreflight(Site site, HttpServerRequest request, MultiMap answer) {
        Tenant tenant = site.tenant();
        Set<String> origins = tenant == null ? Set.of() : tenant.origins();
        if (origins.isEmpty()) {
            return false;
        }
        answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            return false;
        }
        answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (request.method() != HttpMethod.OPTIONS
                || !request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            return false;
        }
        answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
        answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS);
        return true;
    }
}
