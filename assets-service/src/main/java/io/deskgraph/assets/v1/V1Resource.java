package io.deskgraph.assets.v1;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_DELETE;
import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.AssetLists;
import io.deskgraph.assets.asset.AssetService;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.assets.relationship.Relationships;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Sent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Assets in the v1 dialect. */
@Path(AssetLinks.ASSETS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assets")
class V1Resource {

    private final AssetService service;
    private final AssetLists lists;
    private final Relationships relationships;
    private final Mutations mutations;
    private final V1Answers answers;

    V1Resource(
            AssetService service,
            AssetLists lists,
            Relationships relationships,
            Mutations mutations,
            V1Answers answers) {
        this.service = service;
        this.lists = lists;
        this.relationships = relationships;
        this.mutations = mutations;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List assets")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = V1Asset[].class)))
    public Uni<Response> list() {
        V1List list = answers.list();
        return lists.page(list.criteria(), list.order(), list.page()).map(found -> answers.page(found, list.page()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get an asset with its client and relationships")
    @APIResponseSchema(V1AssetDetails.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return service.find(AssetKey.uuid(id)).chain(this::withSurroundings).map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(ASSET_CREATE)
    @APIResponse(responseCode = "402", description = "The tenant has as many assets as it may have")
    @Operation(summary = "Create an asset")
    @APIResponseSchema(value = V1Asset.class, responseCode = "201")
    public Uni<Response> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = V1AssetRequest.class)))
                    Sent<V1AssetRequest> body) {
        return mutations.postShared(body.body(), tx -> service.create(tx, V1AssetRequest.change(body))
                .map(answers::created));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Change an asset", description = "Members that are not sent stay as they are.")
    @APIResponseSchema(V1Asset.class)
    public Uni<Response> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = V1AssetRequest.class)))
                    Sent<V1AssetRequest> body) {
        AssetKey key = AssetKey.uuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx ->
                service.update(tx, key, V1AssetRequest.change(body), condition).map(answers::changed));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Change an asset by JSON merge patch",
            description = "null clears, what is absent stays, extension data is merged.")
    @APIResponseSchema(V1Asset.class)
    @APIResponse(responseCode = "409", description = "The tag is taken, or the status is moved to or from deployed")
    public Uni<Response> patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = V1AssetRequest.class)))
                    Sent<V1AssetRequest> body) {
        AssetKey key = AssetKey.uuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx ->
                service.update(tx, key, V1AssetRequest.patch(body), condition).map(answers::changed));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ASSET_DELETE)
    @Operation(summary = "Delete an asset", description = "A deployed one only by force.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        AssetKey key = AssetKey.uuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        boolean force = answers.force();
        return mutations.change(tx -> service.delete(tx, key, force, condition).replaceWith(Answer::noContent));
    }

    private Uni<Answer> withSurroundings(StoredAsset asset) {
        return relationships.of(asset.state().assetId()).map(found -> answers.details(asset, found));
    }
}
