package io.deskgraph.links.association;

import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.association.AssociationRepository.Outcome;
import io.deskgraph.links.copy.End;
import io.deskgraph.links.copy.UnknownEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Makes and ends links, each with its event. */
@ApplicationScoped
class AssociationService {

    private static final long FIRST_VERSION = 1;

    private final AssociationRepository repository;
    private final Outbox outbox;
    private final CurrentRequest request;
    private final Clock clock;

    AssociationService(AssociationRepository repository, Outbox outbox, CurrentRequest request, Clock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.request = request;
        this.clock = clock;
    }

    /** Fails with {@link UnknownEnd} where an end is not known here. */
    Uni<TicketAssetLinkState> link(Tx tx, NewLink wanted) {
        TicketAssetLinkState link = state(tx, wanted);
        return repository
                .insert(tx, link)
                .invoke(outcome -> check(wanted, outcome))
                .chain(() -> outbox.append(tx, AssociationFacts.linked(link)))
                .replaceWith(link);
    }

    Uni<Void> unlink(Tx tx, UUID assetId, UUID ticketId) {
        return repository
                .delete(tx, assetId, ticketId)
                .invoke(removed -> {
                    if (removed.isEmpty()) {
                        throw Problem.notFound("Asset-ticket association not found");
                    }
                })
                .chain(removed -> outbox.append(
                        tx, removed.stream().map(AssociationFacts::unlinked).toList()));
    }

    /** The asset is looked at first where it is in the path, the ticket first where that is. */
    private static void check(NewLink wanted, Outcome outcome) {
        Side side = wanted.side();
        UnknownEnd noAsset = outcome.assetKnown() ? null : new UnknownEnd(End.asset(wanted.assetId()), side.noAsset());
        UnknownEnd noTicket =
                outcome.ticketKnown() ? null : new UnknownEnd(End.ticket(wanted.ticketId()), side.noTicket());
        UnknownEnd first = side == Side.ASSET ? noAsset : noTicket;
        UnknownEnd second = side == Side.ASSET ? noTicket : noAsset;
        if (first != null) {
            throw first;
        }
        if (second != null) {
            throw second;
        }
        if (!outcome.linked()) {
            throw Problem.conflict(side.duplicate());
        }
    }

    private TicketAssetLinkState state(Tx tx, NewLink wanted) {
        return new TicketAssetLinkState(
                tx.tenant(),
                Ids.next(),
                wanted.assetId(),
                wanted.ticketId(),
                wanted.relationshipType(),
                wanted.notes(),
                request.caller().userId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                FIRST_VERSION);
    }
}
