package io.deskgraph.kit.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The copies of a tenant's constraints. */
@Singleton
class PolicyTable {

    private static final String STORE = """
            INSERT INTO policy_copies (tenant_id, id, version, document) VALUES ($1, $2, $3, $4::text::jsonb)
            ON CONFLICT ON CONSTRAINT policy_copies_pk
            DO UPDATE SET version = excluded.version, document = excluded.document""";

    private static final String LOAD =
            "SELECT document::text AS document FROM policy_copies WHERE tenant_id = $1 ORDER BY id";

    private final ObjectMapper json;

    PolicyTable(ObjectMapper json) {
        this.json = json;
    }

    /** @param document null once the constraint is gone */
    Uni<Void> store(Tx tx, UUID id, long version, @Nullable JsonNode document) {
        return tx.sql(STORE, tx.tenant(), id, version, document == null ? null : document.toString())
                .replaceWithVoid();
    }

    Uni<PolicySnapshot> load(Tx tx) {
        return tx.sql(LOAD, tx.tenant()).map(this::snapshot);
    }

    private PolicySnapshot snapshot(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            return PolicySnapshot.DEFAULT;
        }
        List<PolicyState> policies = new ArrayList<>();
        for (Row row : rows) {
            String document = row.getString("document");
            if (document != null) {
                policies.add(policy(document));
            }
        }
        return PolicySnapshot.of(policies);
    }

    private PolicyState policy(String document) {
        try {
            return json.readValue(document, PolicyState.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A constraint cannot be read", unreadable);
        }
    }
}
