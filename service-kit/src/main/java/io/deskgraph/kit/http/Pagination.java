package io.deskgraph.kit.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Where a page stands in its list; the ticket dialect says more than the asset dialect, a cursor less than both. */
public sealed interface Pagination {

    static Pagination full(PageRequest page, long total) {
        long pages = pages(page, total);
        return new Full(page.page(), page.limit(), total, pages, page.page() < pages, page.page() > 1);
    }

    static Pagination brief(PageRequest page, long total) {
        return new Brief(page.page(), page.limit(), total, pages(page, total));
    }

    static Pagination keyset(int limit, @Nullable String nextCursor) {
        return new Keyset(limit, nextCursor, nextCursor != null);
    }

    private static long pages(PageRequest page, long total) {
        return (total + page.limit() - 1) / page.limit();
    }

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Full(int page, int limit, long total, long totalPages, boolean hasNext, boolean hasPrev)
            implements Pagination {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Brief(int page, int limit, long total, long totalPages) implements Pagination {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Keyset(int limit, @Nullable String nextCursor, boolean hasNext) implements Pagination {}
}
