package io.deskgraph.kit.problem;

import io.deskgraph.contracts.ErrorCode;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service throws when it refuses: a code of the catalogue, a text for people, and what a program may need. */
public final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient @Nullable Object details;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Problem(ErrorCode code, String message, @Nullable Object details) {
        super(message, null, false, false);
        this.code = code;
        this.details = details;
    }

    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, null);
    }

    public static Problem of(ErrorCode code, String message, @Nullable Object details) {
        return new Problem(code, message, details);
    }

    public static Problem notFound(String message) {
        return of(ErrorCode.NOT_FOUND, message);
    }

    public static Problem conflict(String message) {
        return of(ErrorCode.CONFLICT, message);
    }

    public static Problem conflict(String message, Object details) {
        return of(ErrorCode.CONFLICT, message, details);
    }

    public static Problem badRequest(String message) {
        return of(ErrorCode.BAD_REQUEST, message);
    }

    /** 400 VALIDATION_ERROR without a member to point at. */
    public static Problem invalid(String message) {
        return of(ErrorCode.VALIDATION_ERROR, message);
    }

    public static Problem invalid(String message, List<Detail> details) {
        return of(ErrorCode.VALIDATION_ERROR, message, List.copyOf(details));
    }

    public static Problem invalid(String member, String message) {
        return invalid("Validation failed", List.of(Detail.of(member, message)));
    }

    public static Problem forbidden(String message) {
        return of(ErrorCode.FORBIDDEN, message);
    }

    public static Problem unauthorized(String message) {
        return of(ErrorCode.UNAUTHORIZED, message).header("WWW-Authenticate", "Bearer");
    }

    public static Problem preconditionFailed(String message) {
        return of(ErrorCode.PRECONDITION_FAILED, message);
    }

    public static Problem unavailable(String message, int retryAfterSeconds) {
        return of(ErrorCode.UNAVAILABLE, message).header("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** Adds a header to the answer. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ErrorCode code() {
        return code;
    }

    public @Nullable Object details() {
        return details;
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The text for people; never null, unlike {@link #getMessage()} in general. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
