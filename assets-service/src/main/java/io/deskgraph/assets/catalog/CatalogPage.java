package io.deskgraph.assets.catalog;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.assets.asset.AssetPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a database's assets, wrapped as this dialect wraps lists. */
record CatalogPage(CatalogItems message) {

    /** @param nextToken where the rest begins; null where there is none */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record CatalogItems(List<CatalogAsset> items, @Nullable String nextToken) {}

    static CatalogPage of(AssetPage page) {
        List<CatalogAsset> items = page.assets().stream().map(CatalogAsset::of).toList();
        return new CatalogPage(new CatalogItems(items, page.next()));
    }
}
