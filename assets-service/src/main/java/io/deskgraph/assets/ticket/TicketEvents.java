package io.deskgraph.assets.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Keeps which tickets there are and whether they are closed. */
@Singleton
class TicketEvents implements EventHandler {

    private static final String TICKET = "io.deskgraph.ticket.";

    private static final String STORE = """
            INSERT INTO ticket_copies (tenant_id, id, is_closed) VALUES ($1, $2, $3)
            ON CONFLICT ON CONSTRAINT ticket_copies_pk DO UPDATE SET is_closed = excluded.is_closed""";

    private static final String FORGET = "DELETE FROM ticket_copies WHERE tenant_id = $1 AND id = $2";

    @Override
    public String topic() {
        return Topics.TICKETS;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("ticket_copies", "copy.id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (!event.type().startsWith(TICKET)) {
            return Uni.createFrom().voidItem();
        }
        UUID ticket = UUID.fromString(event.subject());
        return event.isDeletion()
                ? tx.sql(FORGET, tx.tenant(), ticket).replaceWithVoid()
                : store(tx, ticket, event.after());
    }

    private static Uni<Void> store(Tx tx, UUID ticket, JsonNode after) {
        return tx.sql(STORE, tx.tenant(), ticket, after.required("is_closed").booleanValue())
                .replaceWithVoid();
    }
}
