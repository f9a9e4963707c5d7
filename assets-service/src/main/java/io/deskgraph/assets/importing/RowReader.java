package io.deskgraph.assets.importing;

import io.deskgraph.assets.asset.TagKey;
import io.deskgraph.assets.csv.Columns;
import io.deskgraph.assets.csv.CsvRecord;
import io.deskgraph.assets.csv.FormulaGuard;
import io.deskgraph.assets.database.Databases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From records to rows. */
final class RowReader {

    private final FileHeader header;
    private final boolean exact;

    RowReader(FileHeader header, boolean exact) {
        this.header = header;
        this.exact = exact;
    }

    ImportRow read(CsvRecord record) {
        RowCells cells = new RowCells(record.line(), byColumn(record), header);
        if (record.problem() != null) {
            cells.mistake(record.problem());
        } else if (record.cells().size() != header.columns().size()) {
            cells.mistake("Has " + record.cells().size() + " cells where the header has "
                    + header.columns().size());
        } else if (cells.text(Columns.TAG).isBlank()) {
            cells.mistake(Columns.TAG, "asset_tag is required");
        } else {
            return cells.row(key(cells));
        }
        return cells.row(new TagKey("", ""));
    }

    private static TagKey key(RowCells cells) {
        String database = cells.text(Columns.DATABASE).strip();
        return new TagKey(
                database.isEmpty() ? Databases.DEFAULT : database,
                cells.text(Columns.TAG).strip());
    }

    /** Empty cells say nothing and are left out. */
    private Map<String, String> byColumn(CsvRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> values = record.cells();
        for (int i = 0; i < Math.min(values.size(), header.columns().size()); i++) {
            String cell = exact ? values.get(i) : FormulaGuard.strip(values.get(i));
            if (!cell.isEmpty()) {
                cells.put(header.columns().get(i), cell);
            }
        }
        return cells;
    }
}
