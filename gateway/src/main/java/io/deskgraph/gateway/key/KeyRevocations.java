package io.deskgraph.gateway.key;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.identity.ApiKeyRevoked;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.identity.Ledger;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Ends keys; each replica hears of it and refuses them from then on. */
@Singleton
public class KeyRevocations {

    private final KeyTable table;
    private final Ledger ledger;
    private final Author author;

    KeyRevocations(KeyTable table, Ledger ledger, Author author) {
        this.table = table;
        this.ledger = ledger;
        this.author = author;
    }

    public Uni<Void> ofUser(Tx tx, UUID user) {
        return revoke(tx, "user_id", user).replaceWithVoid();
    }

    /** How many there were to revoke. */
    Uni<Integer> ofKey(Tx tx, UUID key) {
        return revoke(tx, "id", key);
    }

    private Uni<Integer> revoke(Tx tx, String column, UUID value) {
        Instant now = author.now().instant();
        return table.revoke(tx, column, value, now, author.id())
                .call(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> ledger.enter(tx, fact(row, now)))
                        .collect()
                        .last())
                .map(rows -> rows.rowCount());
    }

    private static Fact fact(Row row, Instant now) {
        return Fact.of(
                Topics.IDENTITY,
                EventTypes.API_KEY_REVOKED,
                row.getUUID("id"),
                row.getInteger("version"),
                ApiKeyRevoked.of(row.getUUID("user_id"), now));
    }
}
