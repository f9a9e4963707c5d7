package io.deskgraph.kit.sample;

import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.QueryReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ParcelQuery(
        PageRequest page,
        @Nullable UUID owner,
        @Nullable Boolean fragile,
        @Nullable Instant from,
        @Nullable LocalDate day,
        @Nullable List<Integer> numbers,
        String sort) {

    static ParcelQuery of(QueryReader query) {
        return new ParcelQuery(
                query.page(10, 100),
                query.uuid("owner_id"),
                query.bool("fragile"),
                query.instant("from"),
                query.date("day"),
                query.numbers("numbers"),
                query.oneOf("sort", Map.of("name", "p.name", "size", "p.size"), "p.name"));
    }
}
