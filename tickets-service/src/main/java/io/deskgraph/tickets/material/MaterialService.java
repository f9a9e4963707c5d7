package io.deskgraph.tickets.material;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketMaterialAdded;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.tickets.activity.Activities;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Materials of tickets. */
@ApplicationScoped
class MaterialService {

    private final Transactions transactions;
    private final TicketRevisions tickets;
    private final MaterialRepository materials;
    private final Activities activities;
    private final Outbox outbox;

    MaterialService(
            Transactions transactions,
            TicketRevisions tickets,
            MaterialRepository materials,
            Activities activities,
            Outbox outbox) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.materials = materials;
        this.activities = activities;
        this.outbox = outbox;
    }

    Uni<List<MaterialView>> list(UUID ticket) {
        return transactions.run(tx -> tickets.require(tx, ticket).chain(() -> materials.list(tx, ticket)));
    }

    Uni<MaterialView> add(Tx tx, UUID ticket, UUID by, AddMaterial request) {
        return tickets.lock(tx, ticket).chain(locked -> materials
                .insert(tx, locked, by, NewMaterial.of(request))
                .call(added -> tickets.next(tx, locked, by).chain(after -> tell(tx, after, added))));
    }

    private Uni<Void> tell(Tx tx, TicketState ticket, MaterialView added) {
        Map<String, Change> line = Map.of("ticket_material_id", new Change(null, added.ticketMaterialId()));
        TicketMaterialAdded payload = new TicketMaterialAdded(ticket, Map.of(), added.state());
        Fact fact =
                Fact.of(Topics.TICKETS, EventTypes.TICKET_MATERIAL_ADDED, ticket.ticketId(), ticket.version(), payload);
        return activities
                .append(tx, ticket.ticketId(), "TICKET_MATERIAL_ADDED", ticket.updatedAt(), line)
                .chain(() -> outbox.append(tx, fact));
    }
}
