package io.deskgraph.links.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GeoJSON, read leniently: what is no known geometry is let pass, what is one has numbers for coordinates. */
final class GeoForms {

    private static final Set<String> GEOMETRIES =
            Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");

    private GeoForms() {}

    static @Nullable String point(String value) {
        JsonNode geometry = ValueForms.parse(value);
        if (geometry == null || !geometry.isObject()) {
            return "GEOPOINT must be valid GeoJSON";
        }
        if (!geometry.path("type").asText().equals("Point")) {
            return "GEOPOINT must be a GeoJSON Point";
        }
        return hasNumbers(geometry) ? null : "GEOPOINT coordinates must be numbers";
    }

    static @Nullable String any(String value) {
        JsonNode document = ValueForms.parse(value);
        if (document == null) {
            return "GEOJSON validation failed: not valid JSON";
        }
        return isSound(document) ? null : "GEOJSON validation failed: coordinates must be numbers";
    }

    private static boolean isSound(JsonNode document) {
        if (!document.isObject()) {
            return true;
        }
        return switch (document.path("type").asText()) {
            case "Feature" -> isSound(document.path("geometry"));
            case "FeatureCollection" -> areSound(document.path("features"));
            case "GeometryCollection" -> areSound(document.path("geometries"));
            default -> hasNumbers(document);
        };
    }

    private static boolean areSound(JsonNode documents) {
        for (JsonNode document : documents) {
            if (!isSound(document)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNumbers(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return !GEOMETRIES.contains(geometry.path("type").asText())
                || coordinates.isMissingNode()
                || numeric(coordinates);
    }

    private static boolean numeric(JsonNode coordinates) {
        if (!coordinates.isArray()) {
            return coordinates.isNumber();
        }
        for (JsonNode part : coordinates) {
            if (!numeric(part)) {
                return false;
            }
        }
        return true;
    }
}
