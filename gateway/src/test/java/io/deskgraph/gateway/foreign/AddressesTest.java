package io.deskgraph.gateway.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private final Addresses strict = new Addresses(new Settings(List.of(), false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/r",
                "https://127.0.0.1/r",
                "https://169.254.169.254/latest",
                "https://172.16.0.1",
                "https://172.31.255.255",
                "https://192.168.1.1",
                "https://100.64.0.1",
                "https://0.0.0.0",
                "https://224.0.0.1",
                "https://255.255.255.255",
                "https://[::1]/r",
                "https://[::ffff:10.0.0.1]/r",
                "https://[64:ff9b::a00:1]/r",
                "https://[2002:a00:1::]/r",
                "https://[fd00::1]/r",
                "https://[fe80::1]/r"
            })
    void whatIsNotPublicIsRefused(String address) {
        assertEquals("Must not be in a private network", strict.mistake(address, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login.example.org",
                "https:///realms",
                "https://user:secret@login.example.org",
                "https://login.example.org/#a",
                "https://login.example.org/?a=b",
                "http://login.example.org",
                "ftp://login.example.org",
                "file:///etc/passwd",
                "https://login example.org"
            })
    void whatIsNoAddressOfAnIssuerIsRefused(String address) {
        assertNotNull(strict.mistake(address, true));
    }

    @Test
    void whatIsPublicIsNot() {
        assertNull(strict.mistake("https://login.example.org/realms/acme", true));
        assertNull(strict.mistake("https://login.example.org:8443/keys?v=2", false));
        assertNull(strict.mistake("https://203.0.113.1/realms", true));
        assertNull(strict.mistake("https://[2001:db8::1]/realms", true));
        assertNull(strict.mistake("https://172.32.0.1", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1", "2130706433", "10.1.2.3", "169.254.169.254", "::1"})
    void aNameIsHeldToTheAddressThatItMeans(String host) {
        assertThrows(UnknownHostException.class, () -> strict.resolve(host));
    }

    @Test
    void theOperatorMayAllowNetworks() throws UnknownHostException {
        Addresses open = new Addresses(new Settings(List.of("10.1.0.0/16", "127.0.0.1/32", "::1/128"), false));

        assertNull(open.mistake("https://10.1.2.3/realms", true));
        assertNotNull(open.mistake("https://10.2.2.3/realms", true));
        assertNull(open.mistake("http://127.0.0.1:8080/realms", true));
        assertEquals("Must begin with https://", open.mistake("http://10.1.2.3/realms", true));
        assertEquals("10.1.2.3", open.resolve("10.1.2.3").getHostAddress());
        assertNull(new Addresses(new Settings(List.of(), true)).mistake("http://login.example.org", true));
        assertThrows(IllegalArgumentException.class, () -> new Addresses(new Settings(List.of("somewhere"), false)));
    }
}
