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
            "asset_fold(a.name) LIKE asset_needle(?) || '%'",
            "true");

    private RankedHits() {}

    static AssetLists.Query query(AssetCriteria criteria, String cursorText, int limit) {
        Position from = cursorText.isEmpty() ? new Position(0, "") : Position.of(cursorText, criteria);
        String sought = criteria.argument(Objects.requireNonNull(criteria.sought()));
        String most = criteria.argument((long) limit);
        String lists = IntStream.range(from.rank(), RANKS.size())
                .mapToObj(rank -> list(criteria, from, rank, most))
                .collect(Collectors.joining(",\n"))
                .replace("?", sought);
        String hits = IntStream.range(from.rank(), RANKS.size())
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
        String lower = IntStream.range(0, rank)
                .mapToObj(higher -> " AND NOT " + RANKS.get(higher))
                .collect(Collectors.joining());
        String further = rank == from.rank() ? from.further() : "";
        return "hits" + rank + " AS MATERIALIZED (SELECT " + rank + " AS rank, a.asset_tag, a.id "
                + criteria.source().fromAlone() + "WHERE "
                + criteria.conditions() + " AND " + RANKS.get(rank) + lower + further + room(from.rank(), rank, most)
                + " ORDER BY a.asset_tag, a.id LIMIT " + most + ")";
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
            int rank = (int) Math.max(0, Math.min(cursor.number(0), RANKS.size() - 1));
            String tag = criteria.argument(AssetOrder.parse(AssetSort.TAG, String.valueOf(cursor.text(1))));
            String id = criteria.argument(cursor.uuid(2));
            return new Position(rank, " AND (a.asset_tag, a.id) > (" + tag + ", " + id + ")");
        }
    }
}
