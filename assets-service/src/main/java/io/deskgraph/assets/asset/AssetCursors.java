package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;

/** Opens cursors over lists, of any length, of what the caller may read. */
@Singleton
public class AssetCursors {

    private final Transactions transactions;
    private final AssetRows rows;
    private final AssetGuard guard;

    AssetCursors(Transactions transactions, AssetRows rows, AssetGuard guard) {
        this.transactions = transactions;
        this.rows = rows;
        this.guard = guard;
    }

    /** Whoever gets the cursor closes it. */
    public Uni<AssetCursor> open(AssetCriteria criteria, AssetOrder order) {
        guard.restrict(criteria);
        String declare =
                "DECLARE listed NO SCROLL CURSOR FOR " + criteria.source().select()
                        + criteria.source().from() + "WHERE " + criteria.conditions() + " ORDER BY " + order.sql();
        return Uni.createFrom().emitter(opened -> transactions
                .run(tx -> hold(tx, declare, criteria, opened))
                .subscribe()
                .with(closed -> {}, opened::fail));
    }

    private Uni<Void> hold(Tx tx, String declare, AssetCriteria criteria, UniEmitter<? super AssetCursor> opened) {
        AssetCursor cursor = new AssetCursor(tx, rows);
        return tx.sql(declare, criteria.arguments())
                .invoke(declared -> opened.complete(cursor))
                .chain(cursor::untilClosed);
    }
}
