package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetPage;
import io.deskgraph.assets.tenant.Tenant;
import io.deskgraph.kit.http.Cursor;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a page over all tenants has come.
 *
 * @param slug of the tenant to begin with
 * @param cursor where to begin there; null for its first asset
 * @param next where the next page begins; null while that is not known
 */
record TenantWalk(
        int limit,
        String slug,
        @Nullable String cursor,
        List<InventoryAsset> found,
        @Nullable String next) {

    private static final String SORT = "TENANTS";

    static TenantWalk from(@Nullable String cursorText, int limit) {
        if (cursorText == null || cursorText.isEmpty()) {
            return new TenantWalk(limit, "", null, List.of(), null);
        }
        Cursor cursor = Cursor.decode(cursorText, SORT, 2);
        String slug = cursor.text(0);
        if (slug == null) {
            throw Problem.invalid("Query validation failed", List.of(Detail.of("cursor", "Invalid cursor")));
        }
        return new TenantWalk(limit, slug, cursor.text(1), List.of(), null);
    }

    /** Those of the tenants, in their order, that are not behind already. */
    List<Tenant> ahead(List<Tenant> all) {
        return all.stream().filter(tenant -> tenant.slug().compareTo(slug) >= 0).toList();
    }

    boolean isOver() {
        return next != null;
    }

    @Nullable
    String cursorIn(Tenant tenant) {
        return tenant.slug().equals(slug) ? cursor : null;
    }

    /** A full page asks for one asset more: it tells whether there is a next page. */
    int wanted() {
        return Math.max(1, limit - found.size());
    }

    TenantWalk past(Tenant tenant, AssetPage page) {
        if (found.size() < limit) {
            return new TenantWalk(limit, slug, cursor, with(tenant, page), cursor(tenant, page.next()));
        }
        return page.assets().isEmpty() ? this : new TenantWalk(limit, slug, cursor, found, beginningOf(tenant));
    }

    InventoryPage page() {
        return new InventoryPage(found, next, null);
    }

    private List<InventoryAsset> with(Tenant tenant, AssetPage page) {
        return Stream.concat(
                        found.stream(), page.assets().stream().map(asset -> InventoryAsset.of(asset, tenant.slug())))
                .toList();
    }

    private static @Nullable String cursor(Tenant tenant, @Nullable String inside) {
        return inside == null ? null : Cursor.after(SORT, tenant.slug(), inside).encode();
    }

    private static String beginningOf(Tenant tenant) {
        return Cursor.after(SORT, tenant.slug(), null).encode();
    }
}
