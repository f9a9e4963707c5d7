package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.links.edge.Edge;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What this API answers about single links. */
final class Answers {

    private Answers() {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLinkCreated")
    record Created(String assetLinkId, String message) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLinkMessage")
    record Done(String message) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLinkRead")
    record Single(Link assetLink, String message) {}

    /** The ends by the tags they have now. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLink")
    record Link(
            String assetLinkId,
            String fromAssetId,
            String fromAssetDatabaseId,
            String toAssetId,
            String toAssetDatabaseId,
            String relationshipType,
            @Nullable String assetLinkAliasId,
            List<String> tags) {

        static Link of(Edge edge) {
            return of(edge, edge.state());
        }

        static Link of(Edge edge, AssetLinkState state) {
            return new Link(
                    state.linkId().toString(),
                    edge.from().tag(),
                    edge.from().databaseId(),
                    edge.to().tag(),
                    edge.to().databaseId(),
                    state.relationshipType(),
                    state.alias(),
                    state.tags());
        }
    }
}
