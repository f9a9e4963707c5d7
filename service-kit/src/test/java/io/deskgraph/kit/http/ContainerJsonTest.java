package io.deskgraph.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The container's own mapper obeys the rules, whatever modules the platform adds to it. */
@QuarkusTest
class ContainerJsonTest {

    @Inject
    ObjectMapper json;

    @Test
    void writesMillisecondsEvenWhenThereAreNone() throws JsonProcessingException {
        assertEquals("\"1970-01-01T00:00:00.000Z\"", json.writeValueAsString(Instant.EPOCH));
    }

    @Test
    void readsDatesAndTimesInTheirOneForm() {
        assertThrows(JsonMappingException.class, () -> json.readValue("\"2026-01-01T10:00:00\"", LocalDate.class));
        assertThrows(JsonMappingException.class, () -> json.readValue("1", Instant.class));
    }
}
