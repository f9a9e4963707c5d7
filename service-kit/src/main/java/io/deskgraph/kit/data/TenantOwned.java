package io.deskgraph.kit.data;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;

/**
 * A row of one tenant. The filter is on in every session, also for loads by key; row-level security stands behind it
 * for native SQL, which the filter does not reach.
 */
@MappedSuperclass
@FilterDef(
        name = TenantOwned.FILTER,
        autoEnabled = true,
        applyToLoadByKey = true,
        parameters = @ParamDef(name = "tenant", type = UUID.class, resolver = TenantOfRequest.class))
@Filter(name = TenantOwned.FILTER, condition = "tenant_id = :tenant")
public abstract class TenantOwned {

    static final String FILTER = "tenant";

    @Column(name = "tenant_id", nullable = false, updatable = false)
    public UUID tenantId;
}
