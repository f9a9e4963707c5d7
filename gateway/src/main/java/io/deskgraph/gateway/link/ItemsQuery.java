package io.deskgraph.gateway.link;

import io.deskgraph.kit.http.QueryReader;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param after the token of the page before; the list goes on behind it
 */
public record ItemsQuery(int limit, @Nullable String after) {

    private static final int MOST = 30_000;
    private static final int PAGE = 3_000;
    private static final int LONGEST_TOKEN = 320;

    public static ItemsQuery read(QueryReader query) {
        Integer items = query.number("maxItems", 1, Integer.MAX_VALUE);
        Integer page = query.number("pageSize", 1, Integer.MAX_VALUE);
        int most = items == null ? MOST : Math.min(items, MOST);
        return new ItemsQuery(Math.min(page == null ? PAGE : page, most), query.text("startingToken", LONGEST_TOKEN));
    }
}
