package io.deskgraph.links.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueTypeTest {

    private static final String IDENTITY = "[[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1.5]]";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "STRING;anything",
                "MULTILINE_STRING;a",
                "INLINE_CONTROLLED_LIST;a,b",
                "NUMBER;1e5",
                "NUMBER; 3 ",
                "NUMBER;1_000",
                "NUMBER;nan",
                "NUMBER;-Inf",
                "NUMBER;infinity",
                "NUMBER;.5",
                "NUMBER;5.",
                "NUMBER;+1.5E-3",
                "BOOLEAN;true",
                "BOOLEAN;FALSE",
                "DATE;2024-06-15",
                "DATE;20240615",
                "DATE;2024-W01-1",
                "DATE;2024W01",
                "DATE;2020-W53-7",
                "DATE;2024-06-15T10:11:12Z",
                "DATE;2024-06-15 10:11:12.123456+02:00",
                "DATE;2024-06-15T1011",
                "DATE;2024-02-29T10",
                "JSON;{\"a\":1}",
                "JSON;5",
                "JSON;null",
                "XYZ;{\"x\":1,\"y\":2.5,\"z\":true,\"more\":1}",
                "WXYZ;{\"w\":1,\"x\":1,\"y\":2,\"z\":3}",
                "MATRIX4X4;" + IDENTITY,
                "GEOPOINT;{\"type\":\"Point\",\"coordinates\":[1,2]}",
                "GEOPOINT;{\"type\":\"Point\"}",
                "GEOJSON;{\"a\":1}",
                "GEOJSON;5",
                "GEOJSON;{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}",
                "GEOJSON;{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}",
                "GEOJSON;{\"type\":\"whatever\",\"coordinates\":[\"x\"]}",
                "LLA;{\"lat\":90,\"long\":-180,\"alt\":-3.5}"
            })
    void aValueThatFits(ValueType type, String value) {
        assertNull(type.mistake(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "NUMBER;0x10;must be a valid number for type 'number'",
                "NUMBER;1__0;must be a valid number",
                "NUMBER;e5;must be a valid number",
                "NUMBER;.;must be a valid number",
                "NUMBER;1 2;must be a valid number",
                "BOOLEAN;yes;must be 'true' or 'false'",
                "DATE;15.06.2024;must be a valid ISO date format",
                "DATE;2024-02-30;must be a valid ISO date format",
                "DATE;2023-W53-1;must be a valid ISO date format",
                "DATE;2024-06-15T25:00;must be a valid ISO date format",
                "DATE;2024-0615;must be a valid ISO date format",
                "DATE;0000-01-01;must be a valid ISO date format",
                "JSON;{a:1};must be valid JSON for type 'json'",
                "JSON;{} {};must be valid JSON for type 'json'",
                "XYZ;{\"x\":1,\"y\":2};XYZ ",
                "XYZ;[1,2,3];XYZ ",
                "WXYZ;{\"x\":1,\"y\":2,\"z\":3};WXYZ ",
                "WXYZ;x;WXYZ ",
                "MATRIX4X4;[[1,0,0,0],[0,1,0,0],[0,0,1,0]];MATRIX4X4 ",
                "MATRIX4X4;[[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0]];MATRIX4X4 ",
                "MATRIX4X4;[[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,\"1\"]];MATRIX4X4 ",
                "MATRIX4X4;7;MATRIX4X4 ",
                "GEOPOINT;{\"type\":\"LineString\",\"coordinates\":[]};GEOPOINT ",
                "GEOPOINT;{\"type\":\"Point\",\"coordinates\":[\"1\"]};GEOPOINT ",
                "GEOPOINT;[];GEOPOINT ",
                "GEOJSON;{;GEOJSON validation failed: ",
                "GEOJSON;{\"type\":\"Point\",\"coordinates\":[\"1\"]};GEOJSON validation failed: ",
                "GEOJSON;{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[null]}}]};GEOJSON validation failed: ",
                "LLA;{\"lat\":91,\"long\":0,\"alt\":0};LLA ",
                "LLA;{\"lat\":0,\"long\":181,\"alt\":0};LLA ",
                "LLA;{\"lat\":0,\"long\":0};LLA ",
                "LLA;{\"lat\":\"0\",\"long\":0,\"alt\":0};LLA "
            })
    void aValueThatDoesNot(ValueType type, String value, String message) {
        String mistake = type.mistake(value);
        assertNotNull(mistake);
        assertTrue(mistake.startsWith(message), mistake);
    }

    @ParameterizedTest
    @EnumSource(ValueType.class)
    void noValueFitsEveryType(ValueType type) {
        assertNull(type.mistake(""));
        assertEquals(type, ValueType.of(type.name()));
        assertEquals(type, ValueType.of(type.wire()));
    }

    @Test
    void aTypeNobodyKnowsIsNone() {
        assertNull(ValueType.of("text"));
    }

    @Test
    void aLongValueIsReadInLinearTime() {
        assertNotNull(ValueType.NUMBER.mistake("1_".repeat(200_000)));
        assertNotNull(ValueType.DATE.mistake("2024-06-15T10:11:12." + "1".repeat(200_000) + "x"));
        assertNotNull(ValueType.JSON.mistake("[".repeat(200_000)));
    }
}
