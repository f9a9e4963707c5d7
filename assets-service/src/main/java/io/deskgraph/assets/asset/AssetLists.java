package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads lists of assets, by cursor or by page. */
@Singleton
public class AssetLists {

    private static final String COUNT = "SELECT count(*) AS total " + AssetRows.FROM + "WHERE ";

    private final Transactions transactions;
    private final AssetRows rows;

    AssetLists(Transactions transactions, AssetRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** One row more than asked tells whether there is a rest. */
    public Uni<AssetPage> after(
            @Nullable String cursor, AssetCriteria criteria, AssetOrder order, int limit, boolean counted) {
        Query count = count(criteria);
        if (cursor != null && !cursor.isEmpty()) {
            order.continueAfter(cursor, criteria);
        }
        Query list = list(criteria, order, limit + 1, 0);
        if (counted) {
            return transactions.run(tx -> read(tx, list).chain(found -> counted(tx, count, cut(found, order, limit))));
        }
        return transactions.read(list.sql(), list.arguments()).map(this::assets).map(found -> cut(found, order, limit));
    }

    public Uni<AssetPage> page(AssetCriteria criteria, AssetOrder order, PageRequest page) {
        Query count = count(criteria);
        Query list = list(criteria, order, page.limit(), page.offset());
        return transactions.run(
                tx -> read(tx, list).chain(found -> counted(tx, count, new AssetPage(found, null, null))));
    }

    static Query list(AssetCriteria criteria, AssetOrder order, int limit, long offset) {
        String sql = AssetRows.SELECT + AssetRows.FROM + "WHERE " + criteria.conditions() + " ORDER BY " + order.sql()
                + " LIMIT " + criteria.argument((long) limit) + " OFFSET " + criteria.argument(offset);
        return new Query(sql, criteria.arguments());
    }

    private static Query count(AssetCriteria criteria) {
        return new Query(COUNT + criteria.conditions(), criteria.arguments());
    }

    private Uni<List<StoredAsset>> read(Tx tx, Query query) {
        return tx.sql(query.sql(), query.arguments()).map(this::assets);
    }

    private static Uni<AssetPage> counted(Tx tx, Query count, AssetPage page) {
        return tx.sql(count.sql(), count.arguments())
                .map(found -> new AssetPage(
                        page.assets(), page.next(), found.iterator().next().getLong("total")));
    }

    private List<StoredAsset> assets(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false).map(rows::read).toList();
    }

    private static AssetPage cut(List<StoredAsset> found, AssetOrder order, int limit) {
        if (found.size() <= limit) {
            return new AssetPage(found, null, null);
        }
        List<StoredAsset> page = found.subList(0, limit);
        return new AssetPage(page, order.cursorAt(page.get(limit - 1)).encode(), null);
    }

    record Query(String sql, @Nullable Object[] arguments) {}
}
