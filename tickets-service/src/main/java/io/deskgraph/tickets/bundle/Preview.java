package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.ticket.TicketOutlook;
import io.deskgraph.tickets.ticket.TicketRevision;
import io.deskgraph.tickets.ticket.UpdateTicket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells what a change of a master would do to it and to its children. */
@ApplicationScoped
class Preview {

    private final TicketOutlook outlook;
    private final HandingDown handingDown;

    Preview(TicketOutlook outlook, HandingDown handingDown) {
        this.outlook = outlook;
        this.handingDown = handingDown;
    }

    /** Nothing of it is written. */
    public record View(Master master, List<Child> children) {}

    public record Master(UUID ticketId, Map<String, Change> changes) {}

    public record Child(UUID ticketId, String ticketNumber, Map<String, Change> changes, List<Skipped> skipped) {

        static Child of(Inheritance.Heir heir) {
            TicketState ticket = heir.revision().before();
            List<Skipped> skipped = heir.skipped().stream()
                    .map(one -> new Skipped(one.field(), one.reason()))
                    .toList();
            return new Child(
                    ticket.ticketId(), ticket.ticketNumber(), heir.revision().changed(), skipped);
        }
    }

    /** @param reason {@code no_matching_status} or {@code already_closed} */
    public record Skipped(String field, String reason) {}

    Uni<View> of(Tx tx, UUID master, Sent<UpdateTicket> request, UUID by) {
        return outlook.of(tx, master, request, by)
                .invoke(Preview::requireNoChild)
                .chain(change ->
                        handingDown.plan(tx, change.before(), change.after()).map(plan -> view(change, plan)));
    }

    private static View view(TicketRevision change, Inheritance plan) {
        return new View(
                new Master(change.before().ticketId(), change.changed()),
                plan.heirs().stream().map(Child::of).toList());
    }

    private static void requireNoChild(TicketRevision change) {
        if (change.before().masterTicketId() != null) {
            throw Problem.invalid("Ticket is a child; only a master's change is handed down");
        }
    }
}
