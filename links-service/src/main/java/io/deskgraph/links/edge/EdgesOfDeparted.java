package io.deskgraph.links.edge;

import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.links.copy.Dependents;
import io.deskgraph.links.copy.End;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes the edges of a deleted asset along, with their metadata; each says which deletion ended it. */
@ApplicationScoped
class EdgesOfDeparted implements Dependents {

    private final EdgeRepository repository;
    private final Outbox outbox;

    EdgesOfDeparted(EdgeRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> release(Tx tx, End end, ReceivedEvent deletion) {
        return end.kind() == End.Kind.ASSET
                ? repository.deleteOf(tx, end.id()).chain(removed -> outbox.append(tx, facts(removed, deletion)))
                : Uni.createFrom().voidItem();
    }

    private static List<Fact> facts(List<AssetLinkState> removed, ReceivedEvent deletion) {
        return removed.stream()
                .map(EdgeFacts::deleted)
                .map(fact -> fact.causedBy(deletion.id()))
                .toList();
    }
}
