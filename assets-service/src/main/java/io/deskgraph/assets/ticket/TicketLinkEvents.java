package io.deskgraph.assets.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Keeps which ticket concerns which asset. */
@Singleton
class TicketLinkEvents implements EventHandler {

    private static final String STORE = """
            INSERT INTO ticket_link_copies (tenant_id, id, asset_id, ticket_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT ON CONSTRAINT ticket_link_copies_pk
            DO UPDATE SET asset_id = excluded.asset_id, ticket_id = excluded.ticket_id""";

    private static final String FORGET = "DELETE FROM ticket_link_copies WHERE tenant_id = $1 AND id = $2";

    @Override
    public String topic() {
        return Topics.LINKS;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("ticket_link_copies", "copy.id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        return switch (event.type()) {
            case EventTypes.TICKET_ASSET_LINKED -> store(tx, event.after());
            case EventTypes.TICKET_ASSET_UNLINKED ->
                tx.sql(FORGET, tx.tenant(), UUID.fromString(event.subject())).replaceWithVoid();
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> store(Tx tx, JsonNode link) {
        return tx.sql(
                        STORE,
                        tx.tenant(),
                        UUID.fromString(link.required("link_id").asText()),
                        UUID.fromString(link.required("asset_id").asText()),
                        UUID.fromString(link.required("ticket_id").asText()))
                .replaceWithVoid();
    }
}
