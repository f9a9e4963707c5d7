package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.identity.HostState;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.gateway.constraint.DefaultConstraint;
import io.deskgraph.gateway.identity.NewTenant;
import io.deskgraph.gateway.identity.Roles;
import io.deskgraph.gateway.identity.Tenants;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** What every tenant has. */
@Singleton
class FirstThings {

    private final Tenants tenants;
    private final Roles roles;
    private final DefaultConstraint constraint;

    FirstThings(Tenants tenants, Roles roles, DefaultConstraint constraint) {
        this.tenants = tenants;
        this.roles = roles;
        this.constraint = constraint;
    }

    Uni<Void> create(Tx tx, TenantState tenant) {
        List<String> hosts = tenant.hosts().stream().map(HostState::host).toList();
        NewTenant row = new NewTenant(tenant.tenantId(), tenant.slug(), tenant.name(), false, hosts, tenant.settings());
        return tenants.create(tx, row)
                .onFailure()
                .transform(TenantTable::explain)
                .chain(() -> roles.createMissingDefaults(tx, false))
                .chain(() -> constraint.createUnlessTouched(tx));
    }
}
