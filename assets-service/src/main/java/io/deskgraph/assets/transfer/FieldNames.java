package io.deskgraph.assets.transfer;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The names of the tenant's custom fields, each a column of the file. */
@Singleton
class FieldNames {

    private static final String NAMES = "SELECT name FROM custom_fields WHERE tenant_id = $1 ORDER BY name";

    private final Transactions transactions;
    private final CurrentRequest request;

    FieldNames(Transactions transactions, CurrentRequest request) {
        this.transactions = transactions;
        this.request = request;
    }

    Uni<List<String>> all() {
        return transactions.read(NAMES, request.tenantId()).map(found -> StreamSupport.stream(
                        found.spliterator(), false)
                .map(row -> row.getString("name"))
                .toList());
    }
}
