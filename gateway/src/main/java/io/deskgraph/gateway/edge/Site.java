package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.limit.Rate;
import io.deskgraph.gateway.registry.Snapshot;
import io.deskgraph.gateway.registry.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What a host leads to, decided by one snapshot for the whole request.
 *
 * @param tenant whose keys count here: the host's tenant, on the root domain the operator's own if there is one
 */
record Site(Snapshot snapshot, @Nullable Tenant tenant, boolean root) {

    /** What each key of the tenant may ask for; null for the suite's default. */
    @Nullable
    Rate rate() {
        return tenant == null ? null : tenant.rate();
    }
}
