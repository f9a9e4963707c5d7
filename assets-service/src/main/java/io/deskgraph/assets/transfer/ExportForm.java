package io.deskgraph.assets.transfer;

import io.deskgraph.kit.http.QueryReader;
import java.util.Map;

/**
 * How the file is written.
 *
 * @param guarded whether cells that look like formulas are made harmless
 */
record ExportForm(boolean guarded, boolean byteOrderMark) {

    private static final Map<String, Boolean> PROFILES = Map.of("spreadsheet", true, "exact", false);

    static ExportForm read(QueryReader query) {
        return new ExportForm(query.oneOf("profile", PROFILES, true), query.bool("bom", false));
    }
}
