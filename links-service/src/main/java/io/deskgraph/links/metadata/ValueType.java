package io.deskgraph.links.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value can be. */
enum ValueType {
    STRING(ValueForms::anything),
    MULTILINE_STRING(ValueForms::anything),
    INLINE_CONTROLLED_LIST(ValueForms::anything),
    NUMBER(ValueForms::number),
    BOOLEAN(ValueForms::truth),
    DATE(DateForms::check),
    JSON(ValueForms::json),
    XYZ(GeometryForms::xyz),
    WXYZ(GeometryForms::wxyz),
    MATRIX4X4(GeometryForms::matrix),
    GEOPOINT(GeoForms::point),
    GEOJSON(GeoForms::any),
    LLA(GeometryForms::lla);

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Function<String, @Nullable String> check;

    ValueType(Function<String, @Nullable String> check) {
        this.check = check;
    }

    /** Null when there is no such type. */
    static @Nullable ValueType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.wire().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    static String all() {
        return Arrays.stream(values()).map(ValueType::wire).collect(Collectors.joining(", "));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with the value; null when nothing is. An empty value is no value and fits every type. */
    @Nullable
    String mistake(String value) {
        return value.isEmpty() ? null : check.apply(value);
    }
}
