package io.deskgraph.assets.asset;

import io.deskgraph.kit.http.Cursor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a search finds, the likeliest first: the asset of that very tag, then tags that begin so, then names that begin so,
 * then the rest; by tag within each rank. Each rank is a list of its own that ends at the page's limit and is not even
 * begun where the ranks above have filled the page, so that a text which half of the assets contain costs no more than a
 * rare one.
 */
final class RankedHits {

    private static final String SORT = "RELEVANCE";

    private static final List<String> RANKS = List.of(
            "asset_fold(a.asset_tag) = asset_fold(?)",
            "asset_fold(a.asset_tag) LIKE asset_needle(?) || '%'",
            "asset_fold(a.name) LIKE asset_needle(?) || '%'");

    private static final int REST = RANKS.size();

    private static final AssetOrder BY_TAG = new AssetOrder(AssetSort.TAG, false);

    private RankedHits() {}

    static AssetLists.Query query(AssetCriteria criteria, String cursorText, int limit) {
        Position from = cursorText.isEmpty() ? new Position(0, "") : Position.of(cursorText, criteria);
        String sought = criteria.argument(Objects.requireNonNull(criteria.sought()));
        String most = criteria.argument((long) limit);
        String lists = IntStream.rangeClosed(from.rank(), REST)
                .mapToObj(rank -> rank == REST ? rest(criteria, from, most) : list(criteria, from, rank, most))
                .collect(Collectors.joining(",\n"))
                .replace("?", sought);
        String hits = IntStream.rangeClosed(from.rank(), REST)
                .mapToObj(rank -> "SELECT rank, asset_tag, id FROM hits" + rank)
                .collect(Collectors.joining(" UNION ALL "));
        String sql = "WITH " + lists + "\n" + criteria.source().select()
                + ", hit.rank\nFROM (SELECT rank, asset_tag, id FROM (" + hits
                + ") found ORDER BY rank, asset_tag, id LIMIT " + most
                + ") hit\nJOIN assets a ON a.tenant_id = $1 AND a.id = hit.id\n"
                + criteria.source().joins() + "ORDER BY hit.rank, a.asset_tag, a.id";
        return new AssetLists.Query(sql, criteria.arguments());
    }

    static Cursor cursorAt(StoredAsset last, int rank) {
        return Cursor.after(SORT, rank, last.state().assetTag(), last.state().assetId());
    }

    private static String list(AssetCriteria criteria, Position from, int rank, String most) {
        return "hits" + rank + " AS MATERIALIZED (SELECT " + rank + " AS rank, a.asset_tag, a.id "
                + criteria.source().fromAlone() + "WHERE "
                + criteria.plainConditions() + " AND " + RANKS.get(rank) + above(rank) + from.furtherIn(rank)
                + room(from.rank(), rank, most) + " ORDER BY a.asset_tag, a.id LIMIT " + most + ")";
    }

    private static String rest(AssetCriteria criteria, Position from, String most) {
        String further = from.furtherIn(REST);
        SoughtHits hits =
                new SoughtHits(criteria, BY_TAG, further, above(REST) + further, room(from.rank(), REST, most), most);
        return hits.tables() + ",\nhits" + REST + " AS MATERIALIZED (SELECT " + REST
                + " AS rank, key AS asset_tag, id FROM sought ORDER BY key, id LIMIT " + most + ")";
    }

    private static String above(int rank) {
        return RANKS.stream().limit(rank).map(higher -> " AND NOT " + higher).collect(Collectors.joining());
    }

    /** Asked once, before the list is begun. */
    private static String room(int first, int rank, String most) {
        String found = IntStream.range(first, rank)
                .mapToObj(higher -> "(SELECT count(*) FROM hits" + higher + ")")
                .collect(Collectors.joining(" + "));
        return found.isEmpty() ? "" : " AND " + found + " < " + most;
    }

    private record Position(int rank, String further) {

        static Position of(String cursorText, AssetCriteria criteria) {
            Cursor cursor = Cursor.decode(cursorText, SORT, 3);
            int rank = (int) Math.max(0, Math.min(cursor.number(0), REST));
            String tag = criteria.argument(AssetOrder.parse(AssetSort.TAG, String.valueOf(cursor.text(1))));
            String id = criteria.argument(cursor.uuid(2));
            return new Position(rank, " AND (a.asset_tag, a.id) > (" + tag + ", " + id + ")");
        }

        /** Only the rank in which the page begins has a part behind it. */
        String furtherIn(int other) {
            return other == rank ? further : "";
        }
    }
}
