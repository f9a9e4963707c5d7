package io.deskgraph.tickets.copy;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which ticket concerns which asset. */
@ApplicationScoped
class LinkCopies implements EventHandler {

    private static final String STORE = """
            INSERT INTO ticket_asset_link_copies (tenant_id, id, ticket_id, asset_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT ON CONSTRAINT ticket_asset_link_copies_pk
            DO UPDATE SET ticket_id = excluded.ticket_id, asset_id = excluded.asset_id""";

    private static final String DELETE = "DELETE FROM ticket_asset_link_copies WHERE tenant_id = $1 AND id = $2";

    @Override
    public String topic() {
        return Topics.LINKS;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("ticket_asset_link_copies", "copy.id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        return switch (event.type()) {
            case EventTypes.TICKET_ASSET_LINKED -> store(tx, new Fields(event.after()));
            case EventTypes.TICKET_ASSET_UNLINKED ->
                tx.sql(DELETE, tx.tenant(), UUID.fromString(event.subject())).replaceWithVoid();
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> store(Tx tx, Fields link) {
        return tx.sql(STORE, tx.tenant(), link.uuid("link_id"), link.uuid("ticket_id"), link.uuid("asset_id"))
                .replaceWithVoid();
    }
}
