package io.deskgraph.kit.inbox;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes copies anew from the last event of each subject, each in a transaction of its own, while new events go on being
 * applied: both lock the subject's row in the inbox first.
 */
@ApplicationScoped
class Restorer {

    private static final String NOW = "SELECT clock_timestamp() AS now";

    /** Older than the beginning of the rebuild, whatever version it names; or not older than this event. */
    private static final String REMEMBER = """
            INSERT INTO inbox (tenant_id, topic, subject, version, event_id) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT ON CONSTRAINT inbox_pk
            DO UPDATE SET version = excluded.version, event_id = excluded.event_id, applied_at = excluded.applied_at
            WHERE inbox.applied_at < $6 OR inbox.version <= excluded.version
            RETURNING version""";

    private static final String FORGET =
            "DELETE FROM inbox WHERE tenant_id = $1 AND topic = $2 AND applied_at < $3 RETURNING subject";

    private final Transactions transactions;
    private final List<EventHandler> handlers;

    Restorer(Transactions transactions, @All List<EventHandler> handlers) {
        this.transactions = transactions;
        this.handlers = handlers;
    }

    Uni<OffsetDateTime> now() {
        return transactions.run(new UUID(0, 0), tx -> tx.sql(NOW)
                .map(found -> found.iterator().next().getOffsetDateTime("now")));
    }

    Uni<Void> restore(String topic, ReceivedEvent event, OffsetDateTime start) {
        return transactions.run(event.tenantId(), tx -> tx.sql(
                        REMEMBER, tx.tenant(), topic, event.subject(), event.version(), event.id(), start)
                .chain(due -> due.rowCount() == 0 ? Uni.createFrom().voidItem() : restore(tx, topic, event)));
    }

    private Uni<Void> restore(Tx tx, String topic, ReceivedEvent event) {
        return Multi.createFrom()
                .iterable(of(topic))
                .onItem()
                .transformToUniAndConcatenate(handler -> handler.restore(tx, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Removes what no event tells of; answers how many rows. */
    Uni<Integer> sweep(String topic, UUID tenant, OffsetDateTime start) {
        return transactions.run(
                tenant, tx -> tx.sql(FORGET, tenant, topic, start).chain(() -> removeOrphans(tx, topic)));
    }

    private Uni<Integer> removeOrphans(Tx tx, String topic) {
        List<String> removals = of(topic).stream()
                .flatMap(handler -> handler.copies().stream())
                .map(CopyTable::removal)
                .toList();
        return Multi.createFrom()
                .iterable(removals)
                .onItem()
                .transformToUniAndConcatenate(sql -> tx.sql(sql, tx.tenant(), topic))
                .collect()
                .with(Collectors.summingInt(done -> done.rowCount()));
    }

    private List<EventHandler> of(String topic) {
        return handlers.stream()
                .filter(handler -> handler.topic().equals(topic))
                .toList();
    }
}
