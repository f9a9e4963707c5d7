package io.deskgraph.kit.inbox;

import static java.util.stream.Collectors.toList;

import io.deskgraph.kit.data.Elsewhere;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
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

    /** All of them or none, and tenant by tenant in one order for all, so that no two inboxes wait for each other. */
    Uni<Void> apply(List<Delivery> deliveries) {
        SortedMap<UUID, List<Delivery>> tenants = deliveries.stream()
                .collect(Collectors.groupingBy(delivery -> delivery.event().tenantId(), TreeMap::new, toList()));
        return transactions.run(
                tenants.firstKey(),
                tx -> each(
                        tenants.entrySet(),
                        part -> Elsewhere.within(
                                tx,
                                part.getKey(),
                                place -> each(part.getValue(), delivery -> apply(place, delivery)))));
    }

    private Uni<Void> apply(Tx tx, Delivery delivery) {
        ReceivedEvent event = delivery.event();
        return tx.sql(REMEMBER, tx.tenant(), delivery.topic(), event.subject(), event.version(), event.id())
                .chain(remembered ->
                        remembered.rowCount() == 0 ? Uni.createFrom().voidItem() : handle(tx, delivery));
    }

    private Uni<Void> handle(Tx tx, Delivery delivery) {
        List<EventHandler> called = handlers.stream()
                .filter(handler -> handler.topic().equals(delivery.topic()))
                .toList();
        return each(called, handler -> handler.apply(tx, delivery.event()));
    }

    private static <T> Uni<Void> each(Iterable<T> items, Function<T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** An event and the topic it came from. */
    record Delivery(String topic, ReceivedEvent event) {}
}
