package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetLists;
import io.deskgraph.assets.asset.AssetPage;
import io.deskgraph.assets.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The list that a request asks for: one tenant's, or for the operator that of all. */
@Singleton
class InventoryLists {

    private final InventoryQuery query;
    private final AssetLists lists;
    private final Tenants tenants;
    private final EveryTenant everyTenant;

    InventoryLists(InventoryQuery query, AssetLists lists, Tenants tenants, EveryTenant everyTenant) {
        this.query = query;
        this.lists = lists;
        this.tenants = tenants;
        this.everyTenant = everyTenant;
    }

    Uni<InventoryPage> read() {
        InventoryList asked = query.read();
        return tenants.areSpanned()
                ? everyTenant.read(asked)
                : page(lists, asked, asked.cursor(), asked.limit(), asked.counted())
                        .map(InventoryPage::of);
    }

    static Uni<AssetPage> page(
            AssetLists lists, InventoryList list, @Nullable String cursor, int limit, boolean counted) {
        return list.ranked()
                ? lists.ranked(cursor, list.criteria(), limit, counted)
                : lists.after(cursor, list.criteria(), list.order(), limit, counted);
    }
}
