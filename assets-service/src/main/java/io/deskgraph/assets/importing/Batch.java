package io.deskgraph.assets.importing;

import io.deskgraph.assets.audit.Author;
import java.util.List;

/**
 * Rows that are written together.
 *
 * @param records how many records of the file they come from, blank ones too
 * @param rights of the author, now
 * @param promised places under the asset limit that a trial run has given away already
 */
record Batch(
        List<ImportRow> rows,
        int records,
        List<FieldDefinition> fields,
        Author author,
        RowRights rights,
        ImportOptions options,
        long promised) {

    Batch {
        rows = List.copyOf(rows);
    }
}
