package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What the copies of assets and of tickets have in common. */
interface CopyTable {

    /** Locks the copy, if there is one, against new references. */
    Uni<Void> lock(Tx tx, UUID id);

    Uni<Void> remove(Tx tx, UUID id);
}
