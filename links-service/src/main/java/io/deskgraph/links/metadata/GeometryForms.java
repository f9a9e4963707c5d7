package io.deskgraph.links.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points, rotations, matrices and places on earth. A check gives what is wrong, or null. */
final class GeometryForms {

    private static final int SIDE = 4;
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    private GeometryForms() {}

    static @Nullable String xyz(String value) {
        return coordinates("XYZ", value, List.of("x", "y", "z"));
    }

    static @Nullable String wxyz(String value) {
        return coordinates("WXYZ", value, List.of("w", "x", "y", "z"));
    }

    static @Nullable String lla(String value) {
        String mistake = coordinates("LLA", value, List.of("lat", "long", "alt"));
        JsonNode place = ValueForms.parse(value);
        if (mistake != null || place == null) {
            return mistake;
        }
        if (Math.abs(place.path("lat").asDouble()) > MAX_LATITUDE) {
            return "LLA 'lat' must be between -90 and 90";
        }
        return Math.abs(place.path("long").asDouble()) > MAX_LONGITUDE
                ? "LLA 'long' must be between -180 and 180"
                : null;
    }

    static @Nullable String matrix(String value) {
        JsonNode matrix = ValueForms.parse(value);
        return matrix != null && isMatrix(matrix) ? null : "MATRIX4X4 must be a JSON array of 4 arrays of 4 numbers";
    }

    private static boolean isMatrix(JsonNode matrix) {
        if (!matrix.isArray() || matrix.size() != SIDE) {
            return false;
        }
        for (JsonNode row : matrix) {
            if (!isRow(row)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRow(JsonNode row) {
        if (!row.isArray() || row.size() != SIDE) {
            return false;
        }
        for (JsonNode cell : row) {
            if (!isNumber(cell)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String coordinates(String type, String value, List<String> names) {
        JsonNode object = ValueForms.parse(value);
        if (object == null || !object.isObject()) {
            return type + " must be a JSON object with numeric " + String.join(", ", names);
        }
        for (String name : names) {
            if (!isNumber(object.path(name))) {
                return type + " must have a numeric '" + name + "'";
            }
        }
        return null;
    }

    /** Truth values count, as they do for the clients of old. */
    static boolean isNumber(JsonNode value) {
        return value.isNumber() || value.isBoolean();
    }
}
