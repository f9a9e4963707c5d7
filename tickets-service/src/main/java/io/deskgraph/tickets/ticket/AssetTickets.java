package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.Serial;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes tickets about assets. The link is the business of the service that keeps links: the ticket's event obliges it,
 * and it is asked at once besides, so that the link can be seen with the answer.
 */
@ApplicationScoped
class AssetTickets {

    private static final String KNOWN = "SELECT FROM asset_copies WHERE tenant_id = $1 AND id = $2";

    private final TicketCreation creation;
    private final TicketAnswers answers;
    private final Neighbours neighbours;

    AssetTickets(TicketCreation creation, TicketAnswers answers, Neighbours neighbours) {
        this.creation = creation;
        this.answers = answers;
        this.neighbours = neighbours;
    }

    Uni<Response> create(CreateFromAsset wanted) {
        return attempt(wanted, false)
                .onFailure(UnknownAsset.class)
                .recoverWithUni(() -> neighbours.requireAsset(wanted.assetId()).chain(() -> attempt(wanted, true)));
    }

    /** No transaction is open while another service is asked. */
    private Uni<Response> attempt(CreateFromAsset wanted, boolean known) {
        AtomicReference<UUID> made = new AtomicReference<>();
        return answers.post(wanted, (tx, by) -> create(tx, by, wanted, known, made))
                .call(() -> link(made.get(), wanted.assetId()));
    }

    private Uni<Ticket> create(Tx tx, UUID by, CreateFromAsset wanted, boolean known, AtomicReference<UUID> made) {
        return require(tx, wanted.assetId(), known)
                .chain(() -> creation.create(tx, by, wanted.draft(), CreateFromAsset.SOURCE))
                .invoke(ticket -> made.set(ticket.state().ticketId()));
    }

    private static Uni<Void> require(Tx tx, UUID asset, boolean known) {
        return known
                ? Uni.createFrom().voidItem()
                : tx.sql(KNOWN, tx.tenant(), asset)
                        .invoke(found -> requireOne(found.rowCount()))
                        .replaceWithVoid();
    }

    private static void requireOne(int count) {
        if (count == 0) {
            throw new UnknownAsset();
        }
    }

    /** Nothing was made where an earlier answer is given again. */
    private Uni<Void> link(@Nullable UUID ticket, UUID asset) {
        return ticket == null ? Uni.createFrom().voidItem() : neighbours.linkNow(ticket, asset);
    }

    /** There is no copy of the asset; its owner may know more. */
    private static final class UnknownAsset extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        UnknownAsset() {
            super(null, null, false, false);
        }
    }
}
