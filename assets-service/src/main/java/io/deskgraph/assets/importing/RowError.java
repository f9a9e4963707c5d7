package io.deskgraph.assets.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was left out.
 *
 * @param row the physical line on which its record starts; the header is 1
 * @param column the column at fault; absent where it is the whole row
 */
record RowError(
        long row,
        String error,
        @JsonInclude(Include.NON_NULL) @Nullable String column) {

    private static final int SHOWN = 60;

    static RowError of(long row, String error) {
        return new RowError(row, error, null);
    }

    static String quote(String value) {
        return "'" + (value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…") + "'";
    }
}
