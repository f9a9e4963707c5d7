package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.kit.data.Elsewhere;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads tenants and changes them; what is read is every tenant's, so the database asks once more who is reading. */
@Singleton
class TenantService {

    private static final String ALL = "FROM operator_tenants() t WHERE ($1::text IS NULL"
            + " OR strpos(t.slug, lower($1)) > 0 OR strpos(lower(t.name), lower($1)) > 0)";

    private static final String PAGE =
            "SELECT " + TenantTable.COLUMNS + " " + ALL + " ORDER BY t.slug LIMIT $2 OFFSET $3";

    private static final String COUNT = "SELECT count(*) AS total " + ALL;

    private static final String FIND =
            "SELECT " + TenantTable.COLUMNS + " FROM operator_tenants() t WHERE t.tenant_id = $1";

    private static final IfMatch ALWAYS = ETags.ifMatch(null);

    private final Transactions transactions;
    private final Operator operator;
    private final TenantDrafts drafts;
    private final TenantWrites writes;

    TenantService(Transactions transactions, Operator operator, TenantDrafts drafts, TenantWrites writes) {
        this.transactions = transactions;
        this.operator = operator;
        this.drafts = drafts;
        this.writes = writes;
    }

    Uni<TenantPage> page(@Nullable String search, PageRequest page) {
        operator.require();
        return transactions.run(tx -> tx.sql(PAGE, search, (long) page.limit(), page.offset())
                .map(TenantTable::states)
                .chain(tenants -> tx.sql(COUNT, search)
                        .map(rows ->
                                new TenantPage(tenants, rows.iterator().next().getLong("total")))));
    }

    Uni<TenantState> find(UUID id) {
        operator.require();
        return transactions.read(FIND, id).map(TenantTable::states).map(found -> found.stream()
                .findFirst()
                .orElseThrow(TenantService::notFound));
    }

    Uni<TenantState> update(Tx tx, UUID id, Sent<TenantUpdate> body, IfMatch condition) {
        return change(tx, id, condition, tenant -> drafts.next(tenant, body));
    }

    Uni<TenantState> suspend(Tx tx, UUID id) {
        return change(tx, id, ALWAYS, tenant -> drafts.withStatus(tenant, TenantState.SUSPENDED));
    }

    Uni<TenantState> resume(Tx tx, UUID id) {
        return change(tx, id, ALWAYS, tenant -> drafts.withStatus(tenant, TenantState.ACTIVE));
    }

    Uni<TenantState> addHost(Tx tx, UUID id, HostRequest body) {
        return change(tx, id, ALWAYS, tenant -> drafts.withHost(tenant, body.host()));
    }

    Uni<TenantState> removeHost(Tx tx, UUID id, String host) {
        return change(tx, id, ALWAYS, tenant -> drafts.withoutHost(tenant, host));
    }

    private Uni<TenantState> change(Tx tx, UUID id, IfMatch condition, UnaryOperator<TenantState> change) {
        operator.require();
        return Elsewhere.within(tx, id, there -> writes.change(there, condition, change));
    }

    static Problem notFound() {
        return Problem.notFound("Tenant not found");
    }

    record TenantPage(List<TenantState> tenants, long total) {}
}
