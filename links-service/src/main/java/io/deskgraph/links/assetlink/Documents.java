package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is read or written by hand, as the OpenAPI document has it. */
final class Documents {

    static final String NEW_LINK = """
            {"fromAssetId":"RACK-7","fromAssetDatabaseId":"default","toAssetId":"SRV-0042","toAssetDatabaseId":"default",\
            "relationshipType":"parentChild","assetLinkAliasId":"slot-1","tags":["rack"]}""";

    private Documents() {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "NewAssetLink")
    record NewLink(
            @Schema(required = true, description = "Tag or UUID")
            String fromAssetId,

            @Schema(required = true, pattern = Names.ID) String fromAssetDatabaseId,

            @Schema(required = true, description = "Tag or UUID")
            String toAssetId,

            @Schema(required = true, pattern = Names.ID) String toAssetDatabaseId,

            @Schema(
                    required = true,
                    enumeration = {"related", "parentChild"})
            String relationshipType,

            @Schema(maxLength = LinkRequest.MAX_ALIAS) @Nullable
            String assetLinkAliasId,

            @Schema(description = "Texts; numbers and truth values are taken for theirs") @Nullable
            List<Object> tags) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLinkChange")
    record ChangedLink(
            @Schema(maxLength = LinkRequest.MAX_ALIAS) @Nullable
            String assetLinkAliasId,

            @Schema(description = "Texts; numbers and truth values are taken for theirs")
            List<Object> tags) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLinkTree")
    record Tree(
            List<LinkNode> related,
            List<LinkNode> parents,
            List<TreeNode> children,
            LinkList.Hidden unauthorizedCounts,

            @Schema(description = "There is more than is shown")
            boolean truncated,

            String message) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLinkTreeNode")
    record TreeNode(
            String assetId,
            String assetName,
            String databaseId,
            String assetLinkId,
            @Nullable String assetLinkAliasId,
            List<TreeNode> children) {}
}
