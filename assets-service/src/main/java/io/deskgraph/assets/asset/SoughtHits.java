package io.deskgraph.assets.asset;

/**
 * Hits of a search, or of a filter by custom fields, in a list's order. Whether hits are few or many nobody knows
 * beforehand, and what is short for the ones is long for the others. So the list's first assets are looked through; where
 * they do not fill the page, the index is asked; and where it knows of more than a few, the list is walked, for then the
 * page fills soon. The three find the same.
 */
final class SoughtHits {

    private static final int FIRST = 500;
    private static final int EACH = 5;
    private static final int FEW = 4_000;

    private final AssetCriteria criteria;
    private final AssetOrder order;
    private final String start;
    private final String conditions;
    private final String room;
    private final String most;

    /**
     * @param start what the list begins behind, which its conditions say too
     * @param conditions besides those of the criteria
     * @param room whether to look at all, asked once
     * @param most the place holder of how many hits to find
     */
    SoughtHits(AssetCriteria criteria, AssetOrder order, String start, String conditions, String room, String most) {
        this.criteria = criteria;
        this.order = order;
        this.start = start;
        this.conditions = conditions;
        this.room = room;
        this.most = most;
    }

    /** The tables of a WITH clause; the last one, {@code sought}, has each hit's id and {@code key}, what it is sorted by. */
    String tables() {
        return """
                head AS MATERIALIZED (SELECT %(columns) FROM search.assets a WHERE a.tenant_id = $1%(start)%(room)
                    ORDER BY %(order) LIMIT %(first)),
                near AS MATERIALIZED (SELECT %(key) AS key, a.id FROM head a
                    %(joins)WHERE %(plain) ORDER BY %(order) LIMIT %(most)),
                seen AS MATERIALIZED (SELECT (SELECT count(*) FROM near) >= %(most)
                    OR (SELECT count(*) FROM head) < %(first) AS enough),
                probe AS MATERIALIZED (SELECT %(probes) AS pieces FROM seen WHERE NOT enough),
                few AS MATERIALIZED (SELECT key, id FROM (%(looked)) looked LIMIT %(few) + 1),
                many AS MATERIALIZED (SELECT %(key) AS key, a.id FROM search.assets a
                    %(joins)WHERE %(plain)%(room)
                    AND (SELECT pieces IS NULL OR (SELECT count(*) FROM few) > %(few) FROM probe)
                    ORDER BY %(order) LIMIT %(most)),
                sought AS (SELECT key, id FROM near WHERE (SELECT enough FROM seen)
                    UNION ALL SELECT key, id FROM few WHERE (SELECT count(*) FROM few) <= %(few)
                    UNION ALL SELECT key, id FROM many)""".replace("%(looked)", looked())
                .replace("%(probes)", probes())
                .replace("%(columns)", AssetSource.COLUMNS)
                .replace("%(plain)", criteria.plainConditions() + conditions)
                .replace("%(joins)", criteria.isOfNames() ? criteria.source().joins() : "")
                .replace("%(start)", start)
                .replace("%(room)", room)
                .replace("%(order)", order.sql())
                .replace("%(key)", order.sort().column())
                .replace("%(first)", String.valueOf(FIRST))
                .replace("%(few)", String.valueOf(FEW))
                .replace("%(most)", most);
    }

    private String probes() {
        String text = criteria.probed();
        return text == null
                ? "ARRAY['']"
                : "asset_probes(%s, ARRAY(SELECT search_text FROM head WHERE number %% %d = 0))".formatted(text, EACH);
    }

    private String looked() {
        String known = lookedUp(criteria.indexConditions());
        String text = criteria.probed();
        if (text == null) {
            return known;
        }
        String pair = "asset_fold(" + text + ") ~ '^[a-z0-9]{2}$'";
        String otherScript = "(octet_length(a.search_text) > length(a.search_text))::int = 1";
        String pieces = " AND (a.search_text || E'\\n') ~ (SELECT pieces[1] FROM probe)"
                + " AND (a.search_text || E'\\n') ~ (SELECT pieces[2] FROM probe)";
        String elsewhere = pair + " AND " + otherScript;
        return lookedUp(criteria.indexConditions() + pieces + " AND NOT (" + elsewhere + ")") + " UNION ALL "
                + lookedUp(" AND " + elsewhere);
    }

    private static String lookedUp(String further) {
        return "SELECT %(key) AS key, a.id FROM search.assets a %(joins)WHERE %(plain)%(room)" + further
                + " AND (SELECT pieces IS NOT NULL FROM probe)";
    }
}
