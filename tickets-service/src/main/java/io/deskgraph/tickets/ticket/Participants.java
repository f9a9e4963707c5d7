package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Calls all participants, one after the other. */
@Singleton
class Participants {

    private final List<TicketParticipant> all;

    Participants(@All List<TicketParticipant> all) {
        this.all = all;
    }

    Uni<Void> beforeChange(Tx tx, Ticket before, TicketDraft wanted, UUID by) {
        return each(one -> one.beforeChange(tx, before, wanted, by)).replaceWithVoid();
    }

    Uni<Map<String, Object>> afterChange(Tx tx, Ticket before, Ticket after, UUID by) {
        return each(one -> one.afterChange(tx, before, after, by)).map(Participants::together);
    }

    Uni<Void> lockForDelete(Tx tx, UUID ticket) {
        return each(one -> one.lockForDelete(tx, ticket)).replaceWithVoid();
    }

    Uni<Void> beforeDelete(Tx tx, TicketState ticket, UUID by) {
        return each(one -> one.beforeDelete(tx, ticket, by)).replaceWithVoid();
    }

    Uni<Void> afterDelete(Tx tx, TicketState ticket, UUID by) {
        return each(one -> one.afterDelete(tx, ticket, by)).replaceWithVoid();
    }

    private <T> Uni<List<T>> each(Function<TicketParticipant, Uni<T>> call) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(call::apply)
                .collect()
                .asList();
    }

    private static Map<String, Object> together(List<Map<String, Object>> answers) {
        Map<String, Object> meta = new LinkedHashMap<>();
        answers.forEach(meta::putAll);
        return meta;
    }
}
