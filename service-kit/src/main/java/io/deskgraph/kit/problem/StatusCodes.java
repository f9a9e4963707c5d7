package io.deskgraph.kit.problem;

import io.deskgraph.contracts.ErrorCode;
import java.util.Map;

/** The code of a refusal of which only the status is known. */
final class StatusCodes {

    private static final Map<Integer, ErrorCode> CODES = Map.ofEntries(
            Map.entry(401, ErrorCode.UNAUTHORIZED),
            Map.entry(403, ErrorCode.FORBIDDEN),
            Map.entry(404, ErrorCode.NOT_FOUND),
            Map.entry(405, ErrorCode.METHOD_NOT_ALLOWED),
            Map.entry(406, ErrorCode.NOT_ACCEPTABLE),
            Map.entry(408, ErrorCode.REQUEST_TIMEOUT),
            Map.entry(409, ErrorCode.CONFLICT),
            Map.entry(412, ErrorCode.PRECONDITION_FAILED),
            Map.entry(413, ErrorCode.PAYLOAD_TOO_LARGE),
            Map.entry(414, ErrorCode.URI_TOO_LONG),
            Map.entry(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(429, ErrorCode.RATE_LIMITED),
            Map.entry(431, ErrorCode.HEADERS_TOO_LARGE),
            Map.entry(502, ErrorCode.BAD_GATEWAY),
            Map.entry(503, ErrorCode.UNAVAILABLE),
            Map.entry(504, ErrorCode.UPSTREAM_TIMEOUT));

    private StatusCodes() {}

    static ErrorCode of(int status) {
        return CODES.getOrDefault(status, status < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL_ERROR);
    }
}
