package io.deskgraph.assets.catalog;

import static io.deskgraph.contracts.Permissions.ASSET_DELETE;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.AssetService;
import io.deskgraph.assets.catalog.CatalogUpdate.Confirmation;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Retiring an asset, bringing it back, and the end of it. */
@Path("/database/{databaseId}/assets/{assetId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Databases")
class CatalogEndResource {

    private final AssetService service;
    private final CatalogLists lists;
    private final CatalogAnswers answers;
    private final Mutations mutations;

    CatalogEndResource(AssetService service, CatalogLists lists, CatalogAnswers answers, Mutations mutations) {
        this.service = service;
        this.lists = lists;
        this.answers = answers;
        this.mutations = mutations;
    }

    @DELETE
    @Path("/archiveAsset")
    @PermissionsAllowed(ASSET_DELETE)
    @Operation(summary = "Archive an asset", description = "It is retired; its links go on working.")
    @APIResponseSchema(value = CatalogOperation.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "It is deployed")
    public Uni<Response> archive(
            @PathParam("databaseId") String database,
            @PathParam("assetId") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        AssetKey key = AssetKey.in(database, id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.archive(tx, key, condition).map(asset -> answers.done(asset, "archive")));
    }

    @PUT
    @Path("/unarchiveAsset")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Bring an archived asset back", description = "It is available again.")
    @APIResponseSchema(value = CatalogOperation.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "It is not archived")
    public Uni<Response> unarchive(
            @PathParam("databaseId") String database,
            @PathParam("assetId") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        AssetKey key = AssetKey.in(database, id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(
                tx -> service.unarchive(tx, key, condition).map(asset -> answers.done(asset, "unarchive")));
    }

    @DELETE
    @Path("/deleteAsset")
    @PermissionsAllowed(ASSET_DELETE)
    @Operation(
            summary = "Delete an asset for good",
            description = "The body has to say so. With its history and links; a deployed one only by force=true.")
    @APIResponseSchema(value = CatalogOperation.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "It is deployed")
    public Uni<Response> delete(
            @PathParam("databaseId") String database,
            @PathParam("assetId") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Confirmation body) {
        AssetKey key = AssetKey.in(database, id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        boolean force = lists.force();
        if (!Boolean.TRUE.equals(body.confirmPermanentDelete())) {
            throw Problem.invalid("confirmPermanentDelete", "Must be true");
        }
        return mutations.change(
                tx -> service.delete(tx, key, force, condition).map(gone -> answers.deleted(gone.assetTag())));
    }
}
