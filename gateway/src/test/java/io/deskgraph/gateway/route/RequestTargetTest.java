package io.deskgraph.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/api/v1/tickets, /api/v1/tickets",
        "/api/v1/tickets/, /api/v1/tickets/",
        "/api/v1/tickets?page=1&q=a%20b, /api/v1/tickets?page=1&q=a%20b",
        "/api/v1/%74ickets?x=%74, /api/v1/tickets?x=%74",
        "/a/TAG%2f1, /a/TAG%2F1",
        "/a/TAG%2F..%2Fx, /a/TAG%2F..%2Fx",
        "/a/%5c, /a/%5C",
        "/a/%3B, /a/%3B",
        "/a/b%c3%bccher, /a/b%C3%BCcher",
        "/a/...?x=/../y, /a/...?x=/../y",
        "/a/a.b, /a/a.b",
        "/a/x?filter={a}|b, /a/x?filter={a}|b",
    })
    void theServiceSeesThePathThatWasMatched(String sent, String forwarded) {
        // When
        RequestTarget target = RequestTarget.parse(sent);

        // Then
        assertNotNull(target);
        assertEquals(forwarded, target.uri());
        assertEquals(forwarded.replaceAll("\\?.*", ""), target.path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/v1/tickets",
                "acme.localhost:443",
                "//api/v1/tickets",
                "/api//v1/tickets",
                "/api/v1/tickets//",
                "/api/v1/../internal",
                "/api/v1/./tickets",
                "/api/v1/..",
                "/api/v1/.",
                "/..",
                "/api/v1/%2e%2e/internal",
                "/api/v1/.%2E/internal",
                "/api/v1/%2e/tickets",
                "/api/v1/..;/internal",
                "/api/v1/tickets;x=1",
                "/api\\v1\\tickets",
                "/api/v1/tickets#top",
                "/api/v1/tickets?x#top",
                "/api/v1/tick ets",
                "/api/v1/t?a b",
                "/api/v1/%",
                "/api/v1/%2",
                "/api/v1/%zz",
                "/api/v1/%00",
                "/api/v1/%ff",
                "/api/v1/%c3",
                "/api/v1/b\u00fccher",
                "http://",
                "http:///api",
                "http://user@acme.localhost/api",
                "http://acme.localhost?x=/",
                "ftp://acme.localhost/api",
                "http://acme.localhost/../api"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String sent) {
        assertNull(RequestTarget.parse(sent));
    }

    @Test
    void anAbsoluteTargetIsTakenApart() {
        // When
        RequestTarget target = RequestTarget.parse("HTTP://acme.localhost:8080/api/v1/tickets?q=1");

        // Then
        assertEquals(new RequestTarget("acme.localhost:8080", "/api/v1/tickets", "/api/v1/tickets?q=1"), target);
    }

    @Test
    void anAbsoluteTargetWithoutAPathIsTheRoot() {
        assertEquals(new RequestTarget("acme.localhost", "/", "/"), RequestTarget.parse("http://acme.localhost"));
    }
}
