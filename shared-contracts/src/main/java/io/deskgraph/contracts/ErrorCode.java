package io.deskgraph.contracts;

import java.net.URI;
import java.util.Locale;

/** The error catalogue. The constant's name is the code on the wire. */
public enum ErrorCode {
    VALIDATION_ERROR(400, "Validation failed"),
    BAD_REQUEST(400, "Bad request"),
    TENANT_REQUIRED(400, "Tenant required"),
    UNAUTHORIZED(401, "Unauthorized"),
    ASSET_LIMIT_REACHED(402, "Asset limit reached"),
    FORBIDDEN(403, "Forbidden"),
    SCOPE_REQUIRED(403, "Scope required"),
    NOT_FOUND(404, "Not found"),
    UNKNOWN_TENANT(404, "Unknown tenant"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    REQUEST_TIMEOUT(408, "Request timeout"),
    CONFLICT(409, "Conflict"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    PAYLOAD_TOO_LARGE(413, "Payload too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
    RATE_LIMITED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "Request header fields too large"),
    INTERNAL_ERROR(500, "Internal error"),
    BAD_GATEWAY(502, "Bad gateway"),
    UNAVAILABLE(503, "Service unavailable"),
    UPSTREAM_TIMEOUT(504, "Upstream timeout");

    private static final String PROBLEMS = "https://deskgraph.io/problems/";

    private final int status;
    private final String title;
    private final String slug;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
        this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** A short text for people, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The last segment of {@link #typeUri()}. */
    public String slug() {
        return slug;
    }

    /** The {@code type} member of a problem body. */
    public URI typeUri() {
        return URI.create(PROBLEMS + slug);
    }
}
