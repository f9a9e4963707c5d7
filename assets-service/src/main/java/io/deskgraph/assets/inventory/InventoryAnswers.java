package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Rendered;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Renders assets in this dialect: bare, with an entity tag. */
@Singleton
class InventoryAnswers {

    private final InventoryQuery query;
    private final ETags tags;

    InventoryAnswers(InventoryQuery query, ETags tags) {
        this.query = query;
        this.tags = tags;
    }

    Answer created(StoredAsset asset) {
        Rendered view = render(asset);
        return Answer.created("/api/assets/" + asset.state().number(), view).tagged(view.tag());
    }

    Answer one(StoredAsset asset) {
        Rendered view = render(asset);
        return Answer.ok(view).tagged(view.tag());
    }

    Response page(InventoryPage page) {
        Response.ResponseBuilder response = Response.ok(page.assets());
        query.links().next(page.next()).header().ifPresent(link -> response.header(HttpHeaders.LINK, link));
        if (page.total() != null) {
            response.header("X-Total-Count", page.total());
        }
        return response.build();
    }

    private Rendered render(StoredAsset asset) {
        return tags.render(asset.state().version(), InventoryAsset.of(asset));
    }
}
