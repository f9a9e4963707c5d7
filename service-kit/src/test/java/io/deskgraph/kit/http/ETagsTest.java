package io.deskgraph.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @Test
    void aTagIsStrongAndBeginsWithTheVersion() {
        String tag = ETags.of(7, "{}".getBytes(UTF_8));

        assertTrue(tag.matches("\"7-[A-Za-z0-9_-]{12}\""), tag);
    }

    @Test
    void anotherRepresentationOfTheSameVersionHasAnotherTag() {
        assertNotEquals(
                ETags.of(7, "{\"name\":\"old\"}".getBytes(UTF_8)), ETags.of(7, "{\"name\":\"new\"}".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"7-abc\" | true",
                "\"7-other\" | true",
                "* | true",
                "\"6-abc\" | false",
                "\"77-abc\" | false",
                "\"7\" | false",
                "\"\" | false",
                "W/\"7-abc\" | false",
                "\"6-a\", \"7-b\" | true",
                "\"6-a\",W/\"7-b\" | false",
                "\"6-a,b\" , \"7-b\" | true"
            })
    void aWriteIsAllowedByTheVersionAlone(String header, boolean allowed) {
        assertEquals(allowed, ETags.ifMatch(header).holds(7));
    }

    @Test
    void withoutAHeaderThereIsNoCondition() {
        assertTrue(ETags.ifMatch(null).holds(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "7-abc",
                "\"7-abc",
                "\"7-a\" \"7-b\"",
                "\"a\",",
                ",\"a\"",
                "w/\"7-a\"",
                "*, \"7-a\"",
                "\"a b\""
            })
    void aHeaderThatNobodyCanReadIsABadRequest(String header) {
        Problem problem = assertThrows(Problem.class, () -> ETags.ifMatch(header));

        assertEquals(ErrorCode.BAD_REQUEST, problem.code());
    }

    @Test
    void aLateWriteIsRefused() {
        Problem problem =
                assertThrows(Problem.class, () -> ETags.ifMatch("\"6-a\"").require(7));

        assertEquals(ErrorCode.PRECONDITION_FAILED, problem.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"7-abc\" | true",
                "W/\"7-abc\" | true",
                "* | true",
                "\"1-a\", \"7-abc\" | true",
                "\"7-other\" | false",
                "\"7\" | false"
            })
    void aReadersCopyIsComparedWhole(String header, boolean same) {
        assertEquals(same, ETags.noneMatchHolds(header, "\"7-abc\""));
    }

    @Test
    void aReadersHeaderThatNobodyCanReadIsABadRequest() {
        assertThrows(Problem.class, () -> ETags.noneMatchHolds("7-abc", "\"7-abc\""));
        assertFalse(ETags.noneMatchHolds("\"x\"", "\"7-abc\""));
    }
}
