package io.deskgraph.gateway.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalHostTest {

    @ParameterizedTest
    @CsvSource({
        "acme.example.org, acme.example.org",
        "ACME.Example.ORG, acme.example.org",
        "acme.example.org:8080, acme.example.org",
        "acme.example.org:, acme.example.org",
        "acme.example.org., acme.example.org",
        "acme.example.org.:443, acme.example.org",
        "localhost, localhost",
        "127.0.0.1:8080, 127.0.0.1",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example:80, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "XN--Bcher-KVA.example, xn--bcher-kva.example",
        "[::1], [::1]",
        "[::1]:8080, [::1]",
        "[0:0:0:0:0:0:0:1], [::1]",
        "[2001:DB8::A], [2001:db8::a]",
    })
    void oneSpellingPerHost(String sent, String canonical) {
        assertEquals(canonical, CanonicalHost.of(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "acme..example",
                ".acme.example",
                "acme.example..",
                "-acme.example",
                "acme-.example",
                "acme_x.example",
                "acme.example:port",
                "acme.example:80:80",
                "acme.example:99999",
                "acme.example:-1",
                "acme.example/",
                "acme.example/path",
                "user@acme.example",
                "acme.example ",
                " acme.example",
                "acme example",
                "acme%2eexample",
                "acme.example,globex.example",
                "acme.example\u0000",
                "acme.example#",
                "[::1",
                "[::1]x",
                "[::1]:x",
                "[fe80::1%eth0]",
                "[acme.example]",
                "[]",
                "::1",
                "*"
            })
    void garbageIsNoHost(String sent) {
        assertNull(CanonicalHost.of(sent));
    }

    @Test
    void lengthsAreLimited() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));

        assertEquals(longest, CanonicalHost.of(longest));
        assertNull(CanonicalHost.of(longest + "a"));
        assertNull(CanonicalHost.of(label + "a.example"));
    }
}
