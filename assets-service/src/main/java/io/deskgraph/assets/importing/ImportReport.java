package io.deskgraph.assets.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file's rows.
 *
 * @param errorsOmitted how many errors there are beyond those listed; absent when all are
 */
record ImportReport(
        long created,
        long updated,
        long unchanged,
        List<RowError> errors,
        @JsonInclude(Include.NON_NULL) @Nullable Long errorsOmitted) {

    static ImportReport of(Totals totals, List<RowError> errors) {
        return new ImportReport(
                totals.created(),
                totals.updated(),
                totals.unchanged(),
                errors,
                totals.omitted() == 0 ? null : totals.omitted());
    }
}
