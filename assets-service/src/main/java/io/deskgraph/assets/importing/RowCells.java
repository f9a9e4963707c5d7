package io.deskgraph.assets.importing;

import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.assets.asset.AssetStatus;
import io.deskgraph.assets.asset.ReferenceKey;
import io.deskgraph.assets.asset.TagKey;
import io.deskgraph.assets.csv.Columns;
import io.deskgraph.assets.csv.TagList;
import io.deskgraph.kit.http.Member;
import io.deskgraph.kit.http.StrictText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filled cells of one row, turned into values; every cell that has none is noted. */
final class RowCells {

    private static final Pattern COST = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?");
    private static final int MAX_NAME = 255;

    private final long line;
    private final Map<String, String> cells;
    private final FileHeader header;
    private final List<RowError> errors = new ArrayList<>();

    RowCells(long line, Map<String, String> cells, FileHeader header) {
        this.line = line;
        this.cells = cells;
        this.header = header;
    }

    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    void mistake(String text) {
        errors.add(RowError.of(line, text));
    }

    void mistake(String column, String text) {
        errors.add(new RowError(line, text, column));
    }

    ImportRow row(TagKey key) {
        if (!errors.isEmpty()) {
            return new ImportRow(line, key, change(Map.of(), key), Map.of(), null, null, errors);
        }
        AssetChange change = change(cells, key);
        Map<String, Object> fields = fields();
        String category = name(Columns.CATEGORY);
        String location = name(Columns.LOCATION);
        return new ImportRow(line, key, change, fields, category, location, errors);
    }

    private AssetChange change(Map<String, String> from, TagKey key) {
        return new AssetChange(
                new Member<>(Columns.DATABASE, true, key.databaseId()),
                new Member<>(Columns.TAG, true, key.assetTag()),
                texts(from, Columns.NAME),
                texts(from, Columns.TYPE),
                value(from, Columns.STATUS, "status", RowCells::status),
                new Member<UUID>("client_id", false, null),
                new Member<ReferenceKey>(Columns.LOCATION, false, null),
                new Member<ReferenceKey>(Columns.CATEGORY, false, null),
                texts(from, Columns.SERIAL),
                texts(from, Columns.MANUFACTURER),
                texts(from, Columns.MODEL),
                value(from, Columns.PURCHASE_DATE, "date", cell -> StrictText.date(cell.strip())),
                value(from, Columns.PURCHASE_COST, "purchase cost", RowCells::cost),
                value(from, Columns.WARRANTY, "date", cell -> StrictText.date(cell.strip())),
                texts(from, Columns.NOTES),
                new Member<Map<String, @Nullable Object>>("custom_fields", false, null),
                value(from, Columns.TAGS, "tags", TagList::read),
                new Member<>("expected_checkin", false, null),
                false);
    }

    private static Member<String> texts(Map<String, String> from, String column) {
        String cell = from.get(column);
        return new Member<>(column, cell != null, cell);
    }

    private <T> Member<T> value(Map<String, String> from, String column, String what, Function<String, T> parser) {
        String cell = from.get(column);
        if (cell == null) {
            return new Member<>(column, false, null);
        }
        try {
            return new Member<>(column, true, parser.apply(cell));
        } catch (IllegalArgumentException invalid) {
            mistake(column, "Invalid " + what + " " + RowError.quote(cell));
            return new Member<>(column, false, null);
        }
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            if (column.startsWith(Columns.CUSTOM)) {
                field(header.field(column), column, cell, fields);
            }
        });
        return fields;
    }

    private void field(FieldDefinition field, String column, String cell, Map<String, Object> fields) {
        try {
            fields.put(field.name(), field.value(cell));
        } catch (IllegalArgumentException invalid) {
            mistake(column, invalid.getMessage() + " " + RowError.quote(cell));
        }
    }

    private @Nullable String name(String column) {
        String name = text(column).strip();
        if (name.length() > MAX_NAME) {
            mistake(column, column + " must be at most " + MAX_NAME + " characters");
        }
        return name.isEmpty() ? null : name;
    }

    private static String status(String cell) {
        String status = cell.strip();
        if (!AssetStatus.NAMES.contains(status)) {
            throw new IllegalArgumentException(status);
        }
        return status;
    }

    private static BigDecimal cost(String cell) {
        String cost = cell.strip();
        if (!COST.matcher(cost).matches()) {
            throw new IllegalArgumentException(cost);
        }
        return new BigDecimal(cost);
    }
}
