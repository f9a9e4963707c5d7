package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of assets, by cursor or by page. Each list is planned for its own values: whether a status or a text is rare
 * or common decides by which index it is read.
 */
@Singleton
public class AssetLists {

    private static final String PLAN_FOR_VALUES = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final Transactions transactions;
    private final AssetRows rows;
    private final AssetGuard guard;

    AssetLists(Transactions transactions, AssetRows rows, AssetGuard guard) {
        this.transactions = transactions;
        this.rows = rows;
        this.guard = guard;
    }

    /** One row more than asked tells whether there is a rest. */
    public Uni<AssetPage> after(
            @Nullable String cursor, AssetCriteria criteria, AssetOrder order, int limit, boolean counted) {
        guard.restrict(criteria);
        Query count = count(criteria);
        if (cursor != null && !cursor.isEmpty()) {
            order.continueAfter(cursor, criteria);
        }
        Query list = list(criteria, order, limit + 1, 0);
        return read(criteria.tenant(), list, found -> cut(found, order, limit), counted ? count : null);
    }

    /** The hits of a search, the likeliest first. */
    public Uni<AssetPage> ranked(@Nullable String cursor, AssetCriteria criteria, int limit, boolean counted) {
        guard.restrict(criteria);
        Query count = count(criteria);
        Query list = RankedHits.query(criteria, cursor == null ? "" : cursor, limit + 1);
        return read(criteria.tenant(), list, found -> cut(found, limit), counted ? count : null);
    }

    public Uni<AssetPage> page(AssetCriteria criteria, AssetOrder order, PageRequest page) {
        guard.restrict(criteria);
        Query count = count(criteria);
        Query list = list(criteria, order, page.limit(), page.offset());
        return read(criteria.tenant(), list, found -> new AssetPage(assets(found), null, null), count);
    }

    public Uni<Long> total(AssetCriteria criteria) {
        Query count = count(guard.restrict(criteria));
        return transactions.run(
                criteria.tenant(), tx -> tx.sql(count.sql(), count.arguments()).map(AssetLists::total));
    }

    static Query list(AssetCriteria criteria, AssetOrder order, int limit, long offset) {
        return criteria.source() == AssetSource.SEARCH && order.sort().isIndexed()
                ? sought(criteria, order, limit, offset)
                : plain(criteria, order, limit, offset);
    }

    private static Query sought(AssetCriteria criteria, AssetOrder order, int limit, long offset) {
        String hits =
                new SoughtHits(criteria, order, criteria.start(), "", "", criteria.argument(limit + offset)).tables();
        String sql = "WITH " + hits + "\n" + criteria.source().select() + "FROM (SELECT key, id FROM sought ORDER BY "
                + order.sqlOfKey() + " LIMIT " + criteria.argument((long) limit) + " OFFSET "
                + criteria.argument(offset) + ") hit\nJOIN assets a ON a.tenant_id = $1 AND a.id = hit.id\n"
                + criteria.source().joins() + "ORDER BY " + order.sql();
        return new Query(sql, criteria.arguments());
    }

    private static Query plain(AssetCriteria criteria, AssetOrder order, int limit, long offset) {
        AssetSource source = criteria.source();
        String sql = source.select() + source.from() + "WHERE " + criteria.conditions() + " ORDER BY " + order.sql()
                + " LIMIT " + criteria.argument((long) limit) + " OFFSET " + criteria.argument(offset);
        return new Query(sql, criteria.arguments());
    }

    private static Query count(AssetCriteria criteria) {
        String sql = "SELECT count(*) AS total " + criteria.source().from() + "WHERE " + criteria.conditions();
        return new Query(sql, criteria.arguments());
    }

    private Uni<AssetPage> read(UUID tenant, Query list, Function<RowSet<Row>, AssetPage> page, @Nullable Query count) {
        return transactions.run(tenant, tx -> tx.sql(PLAN_FOR_VALUES)
                .chain(() -> tx.sql(list.sql(), list.arguments()))
                .map(page)
                .chain(found -> counted(tx, count, found)));
    }

    private static Uni<AssetPage> counted(Tx tx, @Nullable Query count, AssetPage page) {
        if (count == null) {
            return Uni.createFrom().item(page);
        }
        return tx.sql(count.sql(), count.arguments()).map(AssetLists::total).map(page::counted);
    }

    private static long total(RowSet<Row> found) {
        return found.iterator().next().getLong("total");
    }

    private List<StoredAsset> assets(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false).map(rows::read).toList();
    }

    private AssetPage cut(RowSet<Row> found, AssetOrder order, int limit) {
        List<StoredAsset> assets = assets(found);
        if (assets.size() <= limit) {
            return new AssetPage(assets, null, null);
        }
        List<StoredAsset> page = assets.subList(0, limit);
        return new AssetPage(page, order.cursorAt(page.get(limit - 1)).encode(), null);
    }

    private AssetPage cut(RowSet<Row> found, int limit) {
        List<StoredAsset> assets = assets(found);
        if (assets.size() <= limit) {
            return new AssetPage(assets, null, null);
        }
        List<StoredAsset> page = assets.subList(0, limit);
        int rank = StreamSupport.stream(found.spliterator(), false)
                .skip(limit - 1L)
                .findFirst()
                .orElseThrow()
                .getInteger("rank");
        return new AssetPage(
                page, RankedHits.cursorAt(page.get(limit - 1), rank).encode(), null);
    }

    record Query(String sql, @Nullable Object[] arguments) {}
}
