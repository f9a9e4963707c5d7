package io.deskgraph.contracts.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At a release, the schemas of the day are copied to a folder of their own under {@code released}. */
class CompatibilityTest {

    private static final String SCHEMA = """
            {"title": "Thing", "type": "object", "required": ["a"], "additionalProperties": true,
             "properties": {"a": {"type": "string", "pattern": "^x"}, "b": {"enum": ["one", "two"]},
                            "c": {"type": ["string", "null"]}, "d": {"$ref": "#/$defs/inner"}},
             "$defs": {"inner": {"type": "object", "properties": {"e": {"type": "integer"}},
                                 "additionalProperties": false}}}
            """;

    @Test
    void nothing_released_is_broken() {
        assertEquals(
                List.of(),
                SchemaComparison.breaks(Contracts.folder("/released/v0"), Contracts.folder("/contracts/schemas")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a property removed              | "c": {"type": ["string", "null"]},           | ''
            a property required             | "required": ["a"]                            | "required": ["a", "b"]
            a property no longer required   | "required": ["a"]                            | "required": []
            an enumeration narrowed         | ["one", "two"]                               | ["one"]
            a type narrowed                 | ["string", "null"]                           | "string"
            a type widened                  | "type": "string"                             | "type": ["string", "null"]
            a type replaced                 | {"type": "integer"}                          | {"type": "string"}
            a pattern changed               | "^x"                                         | "^y"
            a reference redirected          | "#/$defs/inner                               | "#/$defs/other
            a definition removed            | "inner": {"type"                             | "other": {"type"
            an open object closed           | "additionalProperties": true                 | "additionalProperties": false
            a closed object grown           | {"e": {"type": "integer"}                    | {"e": {"type": "integer"}, "f": true
            a constraint added              | "pattern": "^x"                              | "pattern": "^x", "minLength": 3
            """)
    void a_break_is_found(String what, String old, String now) throws JsonProcessingException {
        String changed = SCHEMA.replace(old, now);

        assertFalse(breaks(changed).isEmpty(), what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an open object grown            | "properties": {"a"                           | "properties": {"new": {"type": "string"}, "a"
            an enumeration grown            | ["one", "two"]                               | ["one", "two", "three"]
            a text changed                  | "title": "Thing"                             | "title": "Something"
            another order                   | ["string", "null"]                           | ["null", "string"]
            a new definition                | "$defs": {                                   | "$defs": {"more": {"type": "string"},
            """)
    void an_addition_is_no_break(String what, String old, String now) throws JsonProcessingException {
        String changed = SCHEMA.replace(old, now);

        assertFalse(changed.equals(SCHEMA), what);
        assertEquals(List.of(), breaks(changed), what);
    }

    @Test
    void a_schema_taken_away_is_a_break() throws JsonProcessingException {
        Map<String, JsonNode> released = Map.of("thing.json", Contracts.JSON.readTree(SCHEMA));

        assertEquals(List.of("thing.json is gone"), SchemaComparison.breaks(released, new TreeMap<>()));
    }

    private static List<String> breaks(String changed) throws JsonProcessingException {
        return SchemaComparison.breaks(
                Map.of("thing.json", Contracts.JSON.readTree(SCHEMA)),
                Map.of("thing.json", Contracts.JSON.readTree(changed)));
    }
}
