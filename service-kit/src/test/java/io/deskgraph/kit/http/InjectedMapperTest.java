package io.deskgraph.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The mapper that the container hands out follows our rules also where the platform brings its own. */
@QuarkusTest
class InjectedMapperTest {

    @Inject
    ObjectMapper json;

    @Test
    void timesAreWrittenWithThreeDigits() throws JsonProcessingException {
        assertEquals("\"2026-01-31T00:00:00.000Z\"", json.writeValueAsString(Instant.parse("2026-01-31T00:00:00Z")));
        assertEquals(
                "\"2026-01-31T00:00:00.123Z\"", json.writeValueAsString(Instant.parse("2026-01-31T00:00:00.123456Z")));
    }

    @Test
    void aNumberIsNoTime() {
        assertThrows(JsonMappingException.class, () -> json.readValue("1700000000", Instant.class));
    }
}
