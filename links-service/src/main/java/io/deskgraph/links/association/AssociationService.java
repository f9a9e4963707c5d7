package io.deskgraph.links.association;

import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.access.AssetRights;
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
    private static final String NO_LINK = "Asset-ticket association not found";

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
    Uni<TicketAssetLinkState> link(Tx tx, AssetRights rights, NewLink wanted) {
        TicketAssetLinkState link = state(tx, wanted);
        return repository
                .insert(tx, link)
                .invoke(outcome -> check(rights, wanted, outcome))
                .chain(() -> outbox.append(tx, AssociationFacts.linked(link)))
                .replaceWith(link);
    }

    Uni<Void> unlink(Tx tx, AssetRights rights, UUID assetId, UUID ticketId) {
        return repository
                .delete(tx, assetId, ticketId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound(NO_LINK))
                .invoke(removed -> requireRight(rights, removed.asset(), NO_LINK))
                .chain(removed -> outbox.append(tx, AssociationFacts.unlinked(removed.link())));
    }

    /** The asset is looked at first where it is in the path, the ticket first where that is. */
    private static void check(AssetRights rights, NewLink wanted, Outcome outcome) {
        Side side = wanted.side();
        AssetCard asset = outcome.asset();
        UnknownEnd noAsset = asset != null ? null : new UnknownEnd(End.asset(wanted.assetId()), side.noAsset());
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
        if (asset != null) {
            requireRight(rights, asset, side.noAsset());
        }
        if (!outcome.linked()) {
            throw Problem.conflict(side.duplicate());
        }
    }

    /** What may not be seen is not there. */
    private static void requireRight(AssetRights rights, AssetCard asset, String absent) {
        if (!rights.allows(Verb.GET, asset)) {
            throw Problem.notFound(absent);
        }
        if (!rights.allows(Verb.PUT, asset)) {
            throw Problem.forbidden("Permission denied: Cannot update asset");
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
