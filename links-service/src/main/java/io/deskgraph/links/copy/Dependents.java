package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;

/** Whatever refers to assets or tickets. Make it a bean and it is called before the copy of a deleted one goes. */
public interface Dependents {

    /** Removes all that refers to the end; nothing new can come while this transaction lasts. */
    Uni<Void> release(Tx tx, End end, ReceivedEvent deletion);
}
