package io.deskgraph.assets.importing;

import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.assets.asset.TagKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as far as it can be understood by itself.
 *
 * @param change all but look-ups and custom fields
 * @param fields custom fields that have a cell, by name
 * @param category the name in the cell; null when empty
 */
record ImportRow(
        long line,
        TagKey key,
        AssetChange change,
        Map<String, Object> fields,
        @Nullable String category,
        @Nullable String location,
        List<RowError> errors) {

    ImportRow {
        fields = Map.copyOf(fields);
        errors = List.copyOf(errors);
    }

    boolean isGood() {
        return errors.isEmpty();
    }

    ImportRow with(RowError error) {
        return new ImportRow(line, key, change, fields, category, location, List.of(error));
    }
}
