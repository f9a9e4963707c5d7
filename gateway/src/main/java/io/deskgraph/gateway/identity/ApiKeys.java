package io.deskgraph.gateway.identity;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.ApiKeyState;
import io.deskgraph.gateway.apikey.KeyHash;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Writes API keys, of which only the hash arrives here. */
@ApplicationScoped
public class ApiKeys {

    private static final String EXISTS = "SELECT 1 FROM api_keys WHERE tenant_id = $1 AND key_hash = $2";

    private static final String INSERT = """
            INSERT INTO api_keys (tenant_id, id, user_id, name, prefix, key_hash, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7)""";

    private final Ledger ledger;
    private final Clock clock;

    ApiKeys(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public Uni<Boolean> exists(Tx tx, KeyHash hash) {
        return tx.sql(EXISTS, tx.tenant(), Buffer.buffer(hash.bytes())).map(rows -> rows.size() > 0);
    }

    public Uni<Void> create(Tx tx, NewKey key) {
        UUID id = Ids.next();
        Stamp stamp = Stamp.now(clock);
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        id,
                        key.userId(),
                        key.name(),
                        key.prefix(),
                        Buffer.buffer(key.hash().bytes()),
                        stamp.column())
                .chain(() -> ledger.enter(tx, created(id, key, stamp)));
    }

    private static Fact created(UUID id, NewKey key, Stamp stamp) {
        ApiKeyState state = new ApiKeyState(
                id, key.userId(), key.name(), null, null, null, null, stamp.instant(), stamp.instant(), 1);
        return Fact.of(Topics.IDENTITY, EventTypes.API_KEY_CREATED, id, 1, EventPayload.created(state));
    }
}
