package io.deskgraph.assets.catalog;

import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Rendered;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Renders assets in this dialect. The entity tag is always the asset's, also where the answer tells what was done. */
@Singleton
class CatalogAnswers {

    private final ETags tags;
    private final Clock clock;

    CatalogAnswers(ETags tags, Clock clock) {
        this.tags = tags;
        this.clock = clock;
    }

    Answer one(StoredAsset asset) {
        Rendered view = render(asset);
        return Answer.ok(view).tagged(view.tag());
    }

    Answer created(StoredAsset asset) {
        String id = asset.state().assetTag();
        return Answer.ok(new CatalogCreation.Created(id, "Asset created"))
                .tagged(render(asset).tag());
    }

    Answer done(StoredAsset asset, String operation) {
        return Answer.ok(CatalogOperation.of(asset.state().assetTag(), operation, clock))
                .tagged(render(asset).tag());
    }

    Answer deleted(String id) {
        return Answer.ok(CatalogOperation.of(id, "delete", clock));
    }

    private Rendered render(StoredAsset asset) {
        return tags.render(asset.state().version(), CatalogAsset.of(asset));
    }
}
