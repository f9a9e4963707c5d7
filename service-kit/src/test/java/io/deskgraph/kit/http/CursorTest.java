package io.deskgraph.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ID = UUID.fromString("01970000-0000-7000-8000-00000000000a");

    @Test
    void itComesBackExactly() {
        Instant at = Instant.parse("2026-01-02T03:04:05.123456Z");

        Cursor back = Cursor.decode(
                Cursor.after("entered_at", at, "ü\"", null, 7L, ID).encode(), "entered_at", 5);

        assertEquals(at, back.instant(0));
        assertEquals("ü\"", back.text(1));
        assertNull(back.text(2));
        assertEquals(7, back.number(3));
        assertEquals(ID, back.uuid(4));
    }

    @Test
    void itNeedsNoEscapingInAUrl() {
        String text = Cursor.after("name", "???>>>ÿÿ", ID).encode();

        assertTrue(text.matches("[A-Za-z0-9_-]+"), text);
    }

    @Test
    void itBelongsToItsSort() {
        String text = Cursor.after("name", "a", ID).encode();

        assertRefused(() -> Cursor.decode(text, "entered_at", 2));
        assertRefused(() -> Cursor.decode(text, "name", 3));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        Cursor cursor = Cursor.decode(Cursor.after("name", "a", null).encode(), "name", 2);

        assertRefused(() -> cursor.uuid(0));
        assertRefused(() -> cursor.instant(0));
        assertRefused(() -> cursor.number(0));
        assertRefused(() -> cursor.uuid(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "[1]",
                "[2,\"name\",\"a\",\"b\"]",
                "[1,\"name\",7,\"b\"]",
                "[1,\"name\",[],\"b\"]",
                "[1,\"name\",\"a\",\"b\"",
                "[1,\"name\",\"a\",\"b\\u0000\",1]",
                "[1.0,\"name\",\"a\",\"b\"]"
            })
    void whatWeDidNotMakeIsRefused(String json) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertRefused(() -> Cursor.decode(text, "name", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a b", "ü", "WzFd=W", "%00"})
    void whatIsNotBase64IsRefused(String text) {
        assertRefused(() -> Cursor.decode(text, "name", 2));
    }

    @Test
    void whatIsTooLongIsRefused() {
        String text = Cursor.after("name", "x".repeat(5_000), ID).encode();

        assertRefused(() -> Cursor.decode(text, "name", 2));
    }

    private static void assertRefused(Executable reading) {
        assertEquals(
                ErrorCode.VALIDATION_ERROR, assertThrows(Problem.class, reading).code());
    }
}
