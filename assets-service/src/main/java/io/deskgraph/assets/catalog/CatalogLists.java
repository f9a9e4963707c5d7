package io.deskgraph.assets.catalog;

import io.deskgraph.assets.asset.AssetCriteria;
import io.deskgraph.assets.asset.AssetLists;
import io.deskgraph.assets.asset.AssetOrder;
import io.deskgraph.assets.asset.AssetPage;
import io.deskgraph.assets.asset.AssetSort;
import io.deskgraph.assets.database.Databases;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lists the assets of a database by tag. */
@Singleton
class CatalogLists {

    private static final int MAX_ITEMS = 30_000;
    private static final int PAGE_SIZE = 3_000;

    private static final String EXISTS = "SELECT FROM asset_databases WHERE tenant_id = $1 AND id = $2";

    private final AssetLists lists;
    private final Transactions transactions;
    private final CurrentRequest request;
    private final QueryParams query;

    CatalogLists(AssetLists lists, Transactions transactions, CurrentRequest request, QueryParams query) {
        this.lists = lists;
        this.transactions = transactions;
        this.request = request;
        this.query = query;
    }

    Uni<CatalogPage> of(String database) {
        Part part = query.read(CatalogLists::part);
        return lists.after(
                        part.token(),
                        new AssetCriteria(request.tenantId()).database(database),
                        AssetOrder.of(AssetSort.TAG, false),
                        part.limit(),
                        false)
                .call(page -> refuseUnknown(database, page))
                .map(CatalogPage::of);
    }

    boolean force() {
        return query.read(reader -> reader.bool("force", false));
    }

    /** A database with assets is there; only of an empty one it has to be asked. */
    private Uni<Void> refuseUnknown(String database, AssetPage page) {
        if (!page.assets().isEmpty() || database.equals(Databases.DEFAULT)) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .read(EXISTS, request.tenantId(), database)
                .invoke(found -> refuseUnknown(found.rowCount() > 0))
                .replaceWithVoid();
    }

    private static void refuseUnknown(boolean known) {
        if (!known) {
            throw Problem.notFound("Database not found");
        }
    }

    private static Part part(QueryReader reader) {
        Integer most = reader.number("maxItems", 1, MAX_ITEMS);
        Integer page = reader.number("pageSize", 1, PAGE_SIZE);
        int limit = Math.min(most == null ? MAX_ITEMS : most, page == null ? PAGE_SIZE : page);
        return new Part(limit, reader.text("startingToken", 4_096));
    }

    private record Part(int limit, @Nullable String token) {}
}
