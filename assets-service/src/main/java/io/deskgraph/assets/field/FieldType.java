package io.deskgraph.assets.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the values of a custom field may be, as they come from JSON. */
enum FieldType {
    TEXT("Must be a text") {
        @Override
        boolean fits(Object value, List<String> options) {
            return value instanceof String;
        }
    },
    NUMBER("Must be a number") {
        @Override
        boolean fits(Object value, List<String> options) {
            return value instanceof Number;
        }
    },
    DATE("Must be a date as 2026-12-31") {
        @Override
        boolean fits(Object value, List<String> options) {
            return value instanceof String text && isDate(text);
        }
    },
    BOOLEAN("Must be true or false") {
        @Override
        boolean fits(Object value, List<String> options) {
            return value instanceof Boolean;
        }
    },
    SELECT("Must be one of the options") {
        @Override
        boolean fits(Object value, List<String> options) {
            return value instanceof String text && options.contains(text);
        }
    };

    final String message;

    FieldType(String message) {
        this.message = message;
    }

    static FieldType of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    abstract boolean fits(Object value, List<String> options);

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
