package io.deskgraph.assets.tenant;

import io.deskgraph.kit.data.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The tenants that the operator sees at once. Only the gateway's token opens this, and only in the operator's tenant. */
@Singleton
public class Tenants {

    private static final String ALL =
            "SELECT tenant_id, slug FROM search.tenants ORDER BY slug COLLATE \"C\", tenant_id";

    private final Transactions transactions;
    private final JsonWebToken token;

    Tenants(Transactions transactions, JsonWebToken token) {
        this.transactions = transactions;
        this.token = token;
    }

    /** Whether this request is about all tenants rather than one. */
    public boolean areSpanned() {
        Object claim = token.getClaim("all_tenants");
        return claim != null && claim.toString().equals("true");
    }

    /** Those with assets, by slug; none unless the caller's tenant is the operator's. */
    public Uni<List<Tenant>> withAssets() {
        return transactions.read(ALL).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Tenant(row.getUUID("tenant_id"), row.getString("slug")))
                .toList());
    }
}
