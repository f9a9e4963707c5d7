package io.deskgraph.assets.importing;

import io.deskgraph.kit.http.StrictText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A custom field of the tenant, and how a cell becomes its value. */
record FieldDefinition(String name, String type, List<String> options, boolean required) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    /** @throws IllegalArgumentException when the cell holds no such value */
    Object value(String cell) {
        return switch (type) {
            case "number" -> number(cell.strip());
            case "date" -> StrictText.date(cell.strip()).toString();
            case "boolean" -> bool(cell.strip().toLowerCase(Locale.ROOT));
            case "select" -> option(cell);
            default -> cell;
        };
    }

    private static BigDecimal number(String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            throw new IllegalArgumentException("Invalid number");
        }
        return new BigDecimal(cell);
    }

    private static boolean bool(String cell) {
        if (!cell.equals("true") && !cell.equals("false")) {
            throw new IllegalArgumentException("Must be true or false, not");
        }
        return cell.equals("true");
    }

    private String option(String cell) {
        if (!options.contains(cell)) {
            throw new IllegalArgumentException("Must be one of " + String.join(", ", options) + ", not");
        }
        return cell;
    }
}
