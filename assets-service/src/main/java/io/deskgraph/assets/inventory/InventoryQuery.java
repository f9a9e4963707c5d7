package io.deskgraph.assets.inventory;

import io.deskgraph.kit.http.Links;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.request.CurrentRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/** Reads this dialect's query parameters off the request. */
@Singleton
class InventoryQuery {

    private final QueryParams query;
    private final CurrentRequest request;
    private final Clock clock;

    InventoryQuery(QueryParams query, CurrentRequest request, Clock clock) {
        this.query = query;
        this.request = request;
        this.clock = clock;
    }

    InventoryList read() {
        return query.read(reader -> InventoryList.read(reader, request.tenantId(), LocalDate.now(clock)));
    }

    boolean force() {
        return query.read(reader -> reader.bool("force", false));
    }

    Links links() {
        return query.links();
    }
}
