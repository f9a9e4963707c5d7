package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.kit.data.Elsewhere;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** A tenant with all that it starts with: roles, the default constraint, and its first user if there is to be one. */
@Singleton
class TenantCreation {

    private final Operator operator;
    private final TenantDrafts drafts;
    private final FirstThings first;
    private final FirstAdmin admins;

    TenantCreation(Operator operator, TenantDrafts drafts, FirstThings first, FirstAdmin admins) {
        this.operator = operator;
        this.drafts = drafts;
        this.first = first;
        this.admins = admins;
    }

    Uni<TenantView> create(Tx tx, NewTenantRequest body) {
        operator.require();
        TenantState tenant = drafts.first(body);
        return Elsewhere.within(tx, tenant.tenantId(), there -> first.create(there, tenant)
                .chain(() -> admins.create(there, body.admin()))
                .map(admin -> TenantView.with(tenant, admin)));
    }
}
