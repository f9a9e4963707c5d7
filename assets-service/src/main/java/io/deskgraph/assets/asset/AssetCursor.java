package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** Assets under a cursor of the database, fetched piece by piece. Holds a transaction open until it is closed. */
public final class AssetCursor {

    private final Tx tx;
    private final AssetRows rows;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    AssetCursor(Tx tx, AssetRows rows) {
        this.tx = tx;
        this.rows = rows;
    }

    /** The next assets, at most so many; none at the end. */
    public Uni<List<StoredAsset>> next(int count) {
        if (closed.isDone()) {
            return Uni.createFrom().failure(new IllegalStateException("The cursor is closed"));
        }
        return tx.sql("FETCH FORWARD " + count + " FROM listed")
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(rows::read)
                        .toList());
    }

    public void close() {
        closed.complete(null);
    }

    Uni<Void> untilClosed() {
        return Uni.createFrom().completionStage(closed);
    }
}
