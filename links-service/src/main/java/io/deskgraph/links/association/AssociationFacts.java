package io.deskgraph.links.association;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.contracts.link.TicketAssetUnlinked;
import io.deskgraph.links.association.AssociationRepository.Removed;

/** What subscribers are told about links. */
final class AssociationFacts {

    private AssociationFacts() {}

    static Fact linked(TicketAssetLinkState link) {
        return Fact.of(
                Topics.LINKS,
                EventTypes.TICKET_ASSET_LINKED,
                link.linkId(),
                link.version(),
                EventPayload.created(link));
    }

    static Fact unlinked(Removed link) {
        return Fact.of(
                Topics.LINKS,
                EventTypes.TICKET_ASSET_UNLINKED,
                link.linkId(),
                link.version() + 1,
                TicketAssetUnlinked.of(link.assetId(), link.ticketId()));
    }
}
