package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of this dialect's list.
 *
 * @param next where the rest begins; null where there is none
 * @param total how many assets there are; null where nobody asked
 */
record InventoryPage(
        List<InventoryAsset> assets,
        @Nullable String next,
        @Nullable Long total) {

    static InventoryPage of(AssetPage page) {
        return new InventoryPage(page.assets().stream().map(InventoryAsset::of).toList(), page.next(), page.total());
    }

    InventoryPage counted(long all) {
        return new InventoryPage(assets, next, all);
    }
}
