package io.deskgraph.assets.importing;

import io.deskgraph.kit.http.QueryReader;
import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param exact whether cells are taken as they are; else the export's guard is taken off
 */
record ImportOptions(boolean dryRun, boolean createMissing, boolean async, boolean exact) {

    private static final Map<String, Boolean> PROFILES = Map.of("spreadsheet", false, "exact", true);

    static ImportOptions read(QueryReader query) {
        return new ImportOptions(
                query.bool("dry_run", false),
                query.bool("create_missing", false),
                query.bool("async", false),
                query.oneOf("profile", PROFILES, false));
    }

    String profile() {
        return exact ? "exact" : "spreadsheet";
    }
}
