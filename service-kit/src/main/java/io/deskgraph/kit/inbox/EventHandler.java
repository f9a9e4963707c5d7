package io.deskgraph.kit.inbox;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Applies events of one topic. Make it a bean and it is called; types it does not know it must ignore. */
public interface EventHandler {

    String topic();

    /** Called with events in the order of each aggregate, each version once in effect, in the event's tenant. */
    Uni<Void> apply(Tx tx, ReceivedEvent event);

    /**
     * Called by a rebuild with the last event of each subject, which may have been applied before: what is kept of it is
     * written anew, whatever is there, and nothing is done that is meant to be done once.
     */
    default Uni<Void> restore(Tx tx, ReceivedEvent event) {
        return apply(tx, event);
    }

    /** What this handler writes, as far as each row belongs to one subject. */
    default List<CopyTable> copies() {
        return List.of();
    }
}
