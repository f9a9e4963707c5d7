package io.deskgraph.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderKindTest {

    @ParameterizedTest
    @CsvSource({
        "Accept, PASS",
        "Content-Type, PASS",
        "Idempotency-Key, PASS",
        "If-Match, PASS",
        "Cookie, PASS",
        "X-Custom, PASS",
        "X, PASS",
        "P, PASS",
        "X-A-Header-Whose-Name-Is-Longer-Than-Any-Known-One, PASS",
        "Host, HOST",
        "X-API-Key, API_KEY",
        "Authorization, AUTHORIZATION",
        "X-Tenant-Id, TENANT_ID",
        "traceparent, TRACE_PARENT",
        "tracestate, TRACE_STATE",
        "Connection, CONNECTION",
        "Content-Length, CONTENT_LENGTH",
        "Transfer-Encoding, TRANSFER_ENCODING",
        "Expect, EXPECT",
        "Keep-Alive, DROP",
        "TE, DROP",
        "Trailer, DROP",
        "Upgrade, DROP",
        "Proxy-Authorization, DROP",
        "Proxy-Connection, DROP",
        "Forwarded, DROP",
        "X-Forwarded-For, FORWARDED_FOR",
        "X-Forwarded-Proto, FORWARDED_PROTO",
        "X-Forwarded-Host, DROP",
        "X-Forwarded-Anything-However-Long-It-May-Be, DROP",
        "X-Real-IP, DROP",
        "X-Request-Id, DROP",
        "X-Tenant, DROP",
        "X-Tenant-Slug, DROP",
        "X-User-Id, DROP",
        "X-Permissions, DROP",
        "X-Internal-Anything, DROP",
    })
    void theNameDecidesInAnyCase(String name, HeaderKind kind) {
        assertEquals(kind, HeaderKind.of(name));
        assertEquals(kind, HeaderKind.of(name.toUpperCase(Locale.ROOT)));
        assertEquals(kind, HeaderKind.of(name.toLowerCase(Locale.ROOT)));
    }
}
