package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;

/** Whatever waits for news of an asset or a ticket. Make it a bean and it is called when the copy has been written. */
public interface Followers {

    Uni<Void> follow(Tx tx, End end, ReceivedEvent event);
}
