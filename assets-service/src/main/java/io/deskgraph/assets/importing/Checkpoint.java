package io.deskgraph.assets.importing;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where an import notes how far it has come. */
interface Checkpoint {

    /** In the batch's transaction; a failure undoes the batch. */
    Uni<Void> save(Tx tx, Totals totals, List<RowError> errors);

    /** After it. */
    void saved(List<RowError> errors);
}
