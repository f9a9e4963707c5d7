package io.deskgraph.assets.importing;

import java.util.List;

/** What became of a batch. */
record BatchResult(int records, int created, int updated, int unchanged, int refused, List<RowError> errors) {

    BatchResult {
        errors = List.copyOf(errors);
    }
}
