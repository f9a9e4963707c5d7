package io.deskgraph.assets.catalog;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.AssetService;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Sent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The assets of a database; {@code {assetId}} is the tag or the UUID. */
@Path("/database/{databaseId}/assets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Databases")
class CatalogResource {

    private final AssetService service;
    private final CatalogLists lists;
    private final CatalogAnswers answers;
    private final Mutations mutations;

    CatalogResource(AssetService service, CatalogLists lists, CatalogAnswers answers, Mutations mutations) {
        this.service = service;
        this.lists = lists;
        this.answers = answers;
        this.mutations = mutations;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List the assets of a database by tag", description = "NextToken goes into startingToken.")
    public Uni<CatalogPage> list(@PathParam("databaseId") String database) {
        return lists.of(database);
    }

    @GET
    @Path("/{assetId}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get an asset by its tag or UUID")
    @APIResponseSchema(value = CatalogAsset.class, responseCode = "200")
    public Uni<Response> get(@PathParam("databaseId") String database, @PathParam("assetId") String id) {
        return service.find(AssetKey.in(database, id)).map(answers::one).map(Answer::toResponse);
    }

    @PUT
    @Path("/{assetId}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Change an asset", description = "Members that are not sent stay as they are.")
    @APIResponseSchema(value = CatalogOperation.class, responseCode = "200")
    public Uni<Response> update(
            @PathParam("databaseId") String database,
            @PathParam("assetId") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CatalogUpdate.class)))
                    Sent<CatalogUpdate> body) {
        AssetKey key = AssetKey.in(database, id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.update(tx, key, CatalogUpdate.change(body), condition)
                .map((StoredAsset asset) -> answers.done(asset, "update")));
    }
}
