package io.deskgraph.assets.v1;

import io.deskgraph.assets.asset.AssetPage;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.assets.relationship.Relationship;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.Pagination;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.request.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Puts assets into this dialect's envelope, and reads its lists' parameters. */
@Singleton
class V1Answers {

    private final QueryParams query;
    private final CurrentRequest request;
    private final ETags tags;
    private final Clock clock;

    V1Answers(QueryParams query, CurrentRequest request, ETags tags, Clock clock) {
        this.query = query;
        this.request = request;
        this.tags = tags;
        this.clock = clock;
    }

    V1List list() {
        return query.read(reader -> V1List.read(reader, request.tenantId(), today()));
    }

    boolean force() {
        return query.read(reader -> reader.bool("force", false));
    }

    Answer created(StoredAsset asset) {
        var view = tags.render(asset.state().version(), V1Asset.of(asset, today()));
        return Answer.created(AssetLinks.ASSETS + "/" + asset.state().assetId(), AssetEnvelope.of(view, clock))
                .tagged(view.tag());
    }

    Answer changed(StoredAsset asset) {
        var view = tags.render(asset.state().version(), V1Asset.of(asset, today()));
        return Answer.ok(AssetEnvelope.of(view, clock)).tagged(view.tag());
    }

    Answer details(StoredAsset asset, List<Relationship> relationships) {
        var view = tags.render(asset.state().version(), V1AssetDetails.of(asset, relationships, today()));
        return Answer.ok(AssetEnvelope.of(view, clock)).tagged(view.tag());
    }

    Response page(AssetPage found, PageRequest page) {
        long total = Objects.requireNonNull(found.total());
        LocalDate today = today();
        List<V1Asset> assets =
                found.assets().stream().map(asset -> V1Asset.of(asset, today)).toList();
        return page(assets, page, total);
    }

    <T> Response page(List<T> rows, PageRequest page, long total) {
        Response.ResponseBuilder response = Response.ok(AssetEnvelope.page(rows, Pagination.brief(page, total), clock));
        query.links().pages(page, total).header().ifPresent(link -> response.header(HttpHeaders.LINK, link));
        return response.build();
    }

    PageRequest pageOf() {
        return query.read(reader -> reader.page(V1List.DEFAULT_LIMIT, V1List.MAX_LIMIT));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
