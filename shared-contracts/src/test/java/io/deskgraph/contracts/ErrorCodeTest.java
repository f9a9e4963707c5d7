package io.deskgraph.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void has_a_failure_status_and_a_title(ErrorCode code) {
        assertTrue(code.status() >= 400 && code.status() <= 599, code.name());
        assertFalse(code.title().isBlank());
        assertEquals(
                "https://deskgraph.io/problems/" + code.slug(), code.typeUri().toString());
    }

    @Test
    void slugs_and_titles_are_unique() {
        var codes = Arrays.asList(ErrorCode.values());

        assertEquals(
                codes.size(), codes.stream().map(ErrorCode::slug).distinct().count());
        assertEquals(
                codes.size(), codes.stream().map(ErrorCode::title).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST TENANT_REQUIRED VALIDATION_ERROR",
        "401, UNAUTHORIZED",
        "402, ASSET_LIMIT_REACHED",
        "403, FORBIDDEN SCOPE_REQUIRED",
        "404, NOT_FOUND UNKNOWN_TENANT",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "408, REQUEST_TIMEOUT",
        "409, CONFLICT",
        "412, PRECONDITION_FAILED",
        "413, PAYLOAD_TOO_LARGE",
        "414, URI_TOO_LONG",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "422, IDEMPOTENCY_KEY_REUSED",
        "429, RATE_LIMITED",
        "431, HEADERS_TOO_LARGE",
        "500, INTERNAL_ERROR",
        "502, BAD_GATEWAY",
        "503, UNAVAILABLE",
        "504, UPSTREAM_TIMEOUT"
    })
    void a_status_stands_for_these_codes(int status, String codes) {
        assertEquals(
                codes,
                Arrays.stream(ErrorCode.values())
                        .filter(code -> code.status() == status)
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void the_slug_is_the_code_in_kebab_case() {
        assertEquals("idempotency-key-reused", ErrorCode.IDEMPOTENCY_KEY_REUSED.slug());
    }
}
