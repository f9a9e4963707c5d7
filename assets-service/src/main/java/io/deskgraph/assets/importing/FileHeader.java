package io.deskgraph.assets.importing;

import io.deskgraph.assets.csv.Columns;
import io.deskgraph.assets.csv.CsvRecord;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column is where. A file whose first record is no header of ours is refused before anything is written. */
record FileHeader(List<String> columns, List<FieldDefinition> fields) {

    private static final int SHOWN = 50;

    static FileHeader of(@Nullable CsvRecord first, List<FieldDefinition> fields) {
        if (first == null) {
            throw Problem.invalid("file", "Is empty");
        }
        if (first.problem() != null) {
            throw Problem.invalid("file", "Is not CSV: the header " + lower(first.problem()));
        }
        List<String> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String cell : first.cells()) {
            String column = column(cell.strip(), fields);
            columns.add(column == null ? "" : column);
            if (column == null) {
                unknown.add(cell.strip());
            }
        }
        refuse(columns, unknown);
        return new FileHeader(List.copyOf(columns), fields);
    }

    FieldDefinition field(String column) {
        String name = column.substring(Columns.CUSTOM.length());
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String column(String cell, List<FieldDefinition> fields) {
        String name = cell.toLowerCase(Locale.ROOT);
        if (!name.startsWith(Columns.CUSTOM)) {
            return Columns.BUILT_IN.contains(name) ? name : null;
        }
        String wanted = cell.substring(Columns.CUSTOM.length());
        return fields.stream()
                .map(FieldDefinition::name)
                .filter(field -> field.equals(wanted))
                .findFirst()
                .or(() -> fields.stream()
                        .map(FieldDefinition::name)
                        .filter(wanted::equalsIgnoreCase)
                        .findFirst())
                .map(field -> Columns.CUSTOM + field)
                .orElse(null);
    }

    private static void refuse(List<String> columns, List<String> unknown) {
        if (!unknown.isEmpty()) {
            List<String> shown =
                    unknown.stream().limit(SHOWN).map(RowError::quote).toList();
            throw Problem.invalid(
                    "Unknown columns: " + String.join(", ", shown),
                    shown.stream()
                            .map(name -> Detail.of("file", "Unknown column " + name))
                            .toList());
        }
        Set<String> seen = new HashSet<>();
        String twice = columns.stream().filter(column -> !seen.add(column)).collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            throw Problem.invalid("file", "Has a column twice: " + twice);
        }
        if (!seen.contains(Columns.TAG)) {
            throw Problem.invalid("file", "Has no column " + Columns.TAG);
        }
    }

    private static String lower(String problem) {
        return Character.toLowerCase(problem.charAt(0)) + problem.substring(1);
    }
}
