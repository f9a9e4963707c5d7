package io.deskgraph.assets.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record.
 *
 * @param line the physical line it starts on; the first line is 1
 * @param problem why its cells cannot be trusted; null for a good record
 */
public record CsvRecord(
        long line, List<String> cells, @Nullable String problem) {

    public CsvRecord {
        cells = List.copyOf(cells);
    }

    public boolean isBlank() {
        return problem == null && cells.stream().allMatch(String::isEmpty);
    }
}
