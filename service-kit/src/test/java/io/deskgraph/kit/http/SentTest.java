package io.deskgraph.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentTest {

    private final ObjectMapper json = JsonRules.apply(new ObjectMapper().findAndRegisterModules());

    record Body(String firstName, Integer age) {}

    @Test
    void tellsAbsentFromNull() throws JsonProcessingException {
        // Given
        String text = "{\"first_name\":null,\"other\":1}";

        // When
        Sent<Body> sent = read(text);

        // Then
        Member<String> name = sent.member("first_name", sent.body().firstName());
        Member<Integer> age = sent.member("age", sent.body().age());
        assertEquals(Set.of("first_name", "other"), sent.names());
        assertTrue(name.sent());
        assertFalse(age.sent());
        assertNull(name.over("present"));
        assertEquals(7, age.over(7));
        assertEquals("none", name.or("none"));
    }

    @Test
    void pointsAtTheMemberThatIsOfTheWrongType() {
        // Given
        String text = "{\"age\":\"seven\"}";

        // When
        var mistake = assertThrows(JsonMappingException.class, () -> read(text));

        // Then
        assertEquals("age", mistake.getPath().get(0).getFieldName());
    }

    @Test
    void refusesWhatIsNoObjectAndTextThatCannotBeStored() {
        assertThrows(JsonMappingException.class, () -> read("[1]"));
        assertThrows(JsonMappingException.class, () -> read("{\"first_name\":\"\\u0000\"}"));
    }

    private Sent<Body> read(String text) throws JsonProcessingException {
        return json.readValue(text, new TypeReference<Sent<Body>>() {});
    }
}
