package io.deskgraph.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.123456Z"), ZoneOffset.UTC);
    private static final String META = "\"meta\":{\"timestamp\":\"2026-01-02T03:04:05.123Z\",\"version\":\"1.0.0\"}}";
    private static final PageRequest PAGE = new PageRequest(2, 10);

    private final ObjectMapper json = JsonRules.apply(new ObjectMapper());

    @ParameterizedTest
    @MethodSource("envelopes")
    void eachHasExactlyItsMembers(Object envelope, String text) throws JsonProcessingException {
        assertEquals(text, json.writeValueAsString(envelope));
    }

    static Stream<Arguments> envelopes() {
        return Stream.of(
                arguments(DataEnvelope.of(List.of()), "{\"data\":[]}"),
                arguments(DataEnvelope.of(1).withMeta(Map.of("sort", "a")), "{\"data\":1,\"meta\":{\"sort\":\"a\"}}"),
                arguments(
                        DataEnvelope.page(List.of(), Pagination.full(PAGE, 30)),
                        "{\"data\":[],\"pagination\":{\"page\":2,\"limit\":10,\"total\":30,\"totalPages\":3,"
                                + "\"hasNext\":true,\"hasPrev\":true}}"),
                arguments(
                        DataEnvelope.page(List.of(), Pagination.keyset(10, "abc")),
                        "{\"data\":[],\"pagination\":{\"limit\":10,\"nextCursor\":\"abc\",\"hasNext\":true}}"),
                arguments(AssetEnvelope.of(1, CLOCK), "{\"success\":true,\"data\":1," + META),
                arguments(
                        AssetEnvelope.page(List.of(), Pagination.brief(PAGE, 0), CLOCK),
                        "{\"success\":true,\"data\":[],\"pagination\":{\"page\":2,\"limit\":10,\"total\":0,"
                                + "\"totalPages\":0}," + META));
    }

    @Test
    void aRenderedViewIsCopiedIntoItsEnvelope() throws JsonProcessingException {
        Rendered rendered = new ETags(json).render(1, Map.of("someName", "ü"));

        assertEquals("{\"data\":{\"someName\":\"ü\"}}", json.writeValueAsString(DataEnvelope.of(rendered)));
    }
}
