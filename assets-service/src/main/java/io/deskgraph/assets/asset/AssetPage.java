package io.deskgraph.assets.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the rest begins; null where there is none, or where pages are counted instead
 * @param total how many assets meet the criteria; null where nobody asked
 */
public record AssetPage(
        List<StoredAsset> assets,
        @Nullable String next,
        @Nullable Long total) {

    AssetPage counted(long total) {
        return new AssetPage(assets, next, total);
    }
}
