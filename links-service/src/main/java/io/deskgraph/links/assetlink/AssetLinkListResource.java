package io.deskgraph.links.assetlink;

import static io.deskgraph.contracts.Permissions.ASSET_READ;

import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.links.edge.AssetRef;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The links of an asset. */
@Path("/database/{databaseId}/assets/{assetId}/asset-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Asset links")
class AssetLinkListResource {

    private final LinkLists lists;
    private final QueryParams query;

    AssetLinkListResource(LinkLists lists, QueryParams query) {
        this.lists = lists;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "List the links of an asset, flat or with everything below it",
            description = "Links to assets that the caller may not see are left out and counted. Types other than"
                    + " parentChild are listed under related. A tree of more than 10,000 nodes ends early, truncated.")
    @Parameter(
            name = "childTreeView",
            in = ParameterIn.QUERY,
            description = "true, in any case, for the tree; anything else for the flat list",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "maxDepth",
            in = ParameterIn.QUERY,
            description = "How deep a tree goes",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @APIResponse(
            responseCode = "200",
            description = "The links",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(anyOf = {LinkList.class, Documents.Tree.class})))
    @APIResponse(responseCode = "404", description = "No such asset in the database")
    @APIResponse(responseCode = "503", description = "The service that owns an unknown asset does not answer")
    public Uni<Response> list(@PathParam("databaseId") String database, @PathParam("assetId") String asset) {
        AssetRef ref = Names.asset("assetId", asset, "databaseId", database);
        View view = query.read(View::read);
        Uni<byte[]> list = view.tree() ? lists.tree(ref, view.maxDepth()) : lists.flat(ref);
        return list.map(
                json -> Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build());
    }

    private record View(boolean tree, int maxDepth) {

        static View read(QueryReader query) {
            String tree = query.text("childTreeView");
            Integer maxDepth = query.number("maxDepth", 1, Integer.MAX_VALUE);
            return new View("true".equalsIgnoreCase(tree), maxDepth == null ? Integer.MAX_VALUE : maxDepth);
        }
    }
}
