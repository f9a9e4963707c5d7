package io.deskgraph.kit.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.RawHttp;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LimitTest {

    private static final int LIMIT = 1_048_576;

    @ParameterizedTest
    @ValueSource(longs = {LIMIT + 1, 2 * LIMIT, 5L * LIMIT, 99_999_999_999L})
    void anAnnouncedBodyThatIsTooLargeIsRefusedBeforeItIsSent(long length) {
        String answer = RawHttp.send(head("/parcels") + "Content-Length: " + length + "\r\n\r\n{");

        assertTooLarge(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 10, LIMIT + 300_000, 3 * LIMIT})
    void aChunkedBodyThatIsTooLargeIsRefused(int length) {
        String body = "{\"text\":\"" + "x".repeat(length) + "\"}";
        String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";

        String answer = RawHttp.send(head("/parcels/thread") + "Transfer-Encoding: chunked\r\n\r\n" + chunk);

        assertTooLarge(answer);
    }

    @Test
    void aChunkedBodyWithinTheLimitPasses() {
        String body = "{\"text\":\"" + "x".repeat(LIMIT - 20) + "\"}";
        String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";

        String answer = RawHttp.send(head("/parcels/thread") + "Transfer-Encoding: chunked\r\n\r\n" + chunk);

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void aTargetThatNobodyCanReadIsRefused(String target) {
        String answer = RawHttp.send(
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: r1\r\n" + "Connection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("\"code\":\"VALIDATION_ERROR\""), answer);
        assertTrue(answer.contains("\"requestId\":\"r1\""), answer);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of("/parcels/%00"),
                Arguments.of("/parcels?q=a%00b"),
                Arguments.of("/parcels?q=%FF"),
                Arguments.of("/parcels?q=%C0%80"),
                Arguments.of("/parcels?q=%ED%A0%80"),
                Arguments.of("/parcels?q=%E2%82"),
                Arguments.of("/parcels?%00=1"),
                Arguments.of("/parcels?q=\u00fc"));
    }

    /** The HTTP server answers these itself, before any route, and without a body. */
    @ParameterizedTest
    @ValueSource(strings = {"/parcels/%zz", "/parcels/%", "/parcels/%4", "/parcels?q=%", "/parcels?q=[|]", "/a b"})
    void aTargetThatIsNoUriIsRefused(String target) {
        String answer = RawHttp.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.contains(" 400 "), answer);
    }

    @Test
    void aTargetThatIsTooLongIsRefused() {
        String answer = RawHttp.send(
                "GET /parcels?q=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.contains(" 414 "), answer);
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        String answer = RawHttp.send("GET /parcels HTTP/1.1\r\nHost: localhost\r\nX-Big: " + "x".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");

        assertTrue(answer.contains(" 431 "), answer);
    }

    private static void assertTooLarge(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("\"code\":\"PAYLOAD_TOO_LARGE\""), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    private static String head(String path) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: " + TestTokens.with("parcel:create").bearer() + "\r\n";
    }
}
