package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AccessElsewhere;
import io.deskgraph.assets.asset.AssetLists;
import io.deskgraph.assets.tenant.Tenant;
import io.deskgraph.assets.tenant.Tenants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The list over all tenants: by their slugs, and inside each as that tenant's own list. Each tenant is read in a
 * transaction of its own and under its own constraints, so that no statement ever sees two tenants.
 */
@Singleton
class EveryTenant {

    private final InventoryQuery query;
    private final AssetLists lists;
    private final AccessElsewhere access;
    private final Tenants tenants;

    EveryTenant(InventoryQuery query, AssetLists lists, AccessElsewhere access, Tenants tenants) {
        this.query = query;
        this.lists = lists;
        this.access = access;
        this.tenants = tenants;
    }

    Uni<InventoryPage> read(InventoryList asked) {
        TenantWalk start = TenantWalk.from(asked.cursor(), asked.limit());
        return tenants.withAssets()
                .chain(all -> visit(start, start.ahead(all)).chain(walk -> counted(walk.page(), asked, all)));
    }

    private Uni<TenantWalk> visit(TenantWalk walk, List<Tenant> ahead) {
        if (walk.isOver() || ahead.isEmpty()) {
            return Uni.createFrom().item(walk);
        }
        Tenant tenant = ahead.get(0);
        return list(tenant)
                .chain(list -> InventoryLists.page(lists, list, walk.cursorIn(tenant), walk.wanted(), false))
                .chain(page -> visit(walk.past(tenant, page), ahead.subList(1, ahead.size())));
    }

    private Uni<InventoryPage> counted(InventoryPage page, InventoryList asked, List<Tenant> all) {
        if (!asked.counted()) {
            return Uni.createFrom().item(page);
        }
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::count)
                .collect()
                .with(Collectors.summingLong(Long::longValue))
                .map(page::counted);
    }

    private Uni<Long> count(Tenant tenant) {
        return list(tenant).chain(list -> lists.total(list.criteria()));
    }

    private Uni<InventoryList> list(Tenant tenant) {
        InventoryList list = query.read(tenant.id());
        return access.restrict(list.criteria(), tenant.slug()).replaceWith(list);
    }
}
