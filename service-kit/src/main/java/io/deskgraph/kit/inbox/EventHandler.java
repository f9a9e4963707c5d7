package io.deskgraph.kit.inbox;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;

/** Applies events of one topic. Make it a bean and it is called; types it does not know it must ignore. */
public interface EventHandler {

    String topic();

    /** Called with events in the order of each aggregate, each version once in effect, in the event's tenant. */
    Uni<Void> apply(Tx tx, ReceivedEvent event);
}
