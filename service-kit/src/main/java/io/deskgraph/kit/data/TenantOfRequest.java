package io.deskgraph.kit.data;

import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.arc.Arc;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives the Hibernate filter the tenant of the request in whose context the session runs. */
public class TenantOfRequest implements Supplier<UUID> {

    @Override
    public UUID get() {
        return Arc.container().instance(CurrentRequest.class).get().tenantId();
    }
}
