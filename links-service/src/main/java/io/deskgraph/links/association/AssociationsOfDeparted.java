package io.deskgraph.links.association;

import io.deskgraph.contracts.Fact;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.links.association.AssociationRepository.Removed;
import io.deskgraph.links.copy.Dependents;
import io.deskgraph.links.copy.End;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes the links of a deleted asset or ticket along; each says which deletion ended it. */
@ApplicationScoped
class AssociationsOfDeparted implements Dependents {

    private final AssociationRepository repository;
    private final Outbox outbox;

    AssociationsOfDeparted(AssociationRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> release(Tx tx, End end, ReceivedEvent deletion) {
        return repository.deleteOf(tx, end).chain(removed -> outbox.append(tx, facts(removed, deletion)));
    }

    private static List<Fact> facts(List<Removed> removed, ReceivedEvent deletion) {
        return removed.stream()
                .map(AssociationFacts::unlinked)
                .map(fact -> fact.causedBy(deletion.id()))
                .toList();
    }
}
