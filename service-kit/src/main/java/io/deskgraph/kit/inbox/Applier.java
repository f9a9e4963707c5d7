package io.deskgraph.kit.inbox;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Applies events in one transaction, together with the note that they were applied. */
@ApplicationScoped
class Applier {

    private static final String REMEMBER = """
            INSERT INTO inbox (tenant_id, topic, subject, version, event_id) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT ON CONSTRAINT inbox_pk
            DO UPDATE SET version = excluded.version, event_id = excluded.event_id, applied_at = excluded.applied_at
            WHERE inbox.version < excluded.version
            RETURNING version""";

    private final Transactions transactions;
    private final List<EventHandler> handlers;

    Applier(Transactions transactions, @All List<EventHandler> handlers) {
        this.transactions = transactions;
        this.handlers = handlers;
    }

    Set<String> topics() {
        return handlers.stream().map(EventHandler::topic).collect(Collectors.toSet());
    }

    /** All of them or none; they are of one tenant. */
    Uni<Void> apply(UUID tenant, List<Delivery> deliveries) {
        return transactions.run(tenant, tx -> Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUniAndConcatenate(delivery -> apply(tx, delivery))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> apply(Tx tx, Delivery delivery) {
        ReceivedEvent event = delivery.event();
        return tx.sql(REMEMBER, tx.tenant(), delivery.topic(), event.subject(), event.version(), event.id())
                .chain(remembered ->
                        remembered.rowCount() == 0 ? Uni.createFrom().voidItem() : handle(tx, delivery));
    }

    private Uni<Void> handle(Tx tx, Delivery delivery) {
        return Multi.createFrom()
                .iterable(handlers)
                .filter(handler -> handler.topic().equals(delivery.topic()))
                .onItem()
                .transformToUniAndConcatenate(handler -> handler.apply(tx, delivery.event()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** An event and the topic it came from. */
    record Delivery(String topic, ReceivedEvent event) {}
}
