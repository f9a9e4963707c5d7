package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetCriteria;
import io.deskgraph.kit.http.Links;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.request.CurrentRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Reads this dialect's query parameters off the request. */
@Singleton
public class InventoryQuery {

    private final QueryParams query;
    private final CurrentRequest request;
    private final Clock clock;

    InventoryQuery(QueryParams query, CurrentRequest request, Clock clock) {
        this.query = query;
        this.request = request;
        this.clock = clock;
    }

    public InventoryList read() {
        return query.read(reader -> InventoryList.read(reader, request.tenantId(), today()));
    }

    /** The same question put to another tenant. */
    InventoryList read(UUID tenant) {
        return query.read(reader -> InventoryList.read(reader, tenant, today()));
    }

    public AssetCriteria criteria() {
        return query.read(reader -> InventoryList.criteria(reader, request.tenantId(), today()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean force() {
        return query.read(reader -> reader.bool("force", false));
    }

    Links links() {
        return query.links();
    }
}
