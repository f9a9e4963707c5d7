package io.deskgraph.assets.inventory;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_DELETE;
import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.AssetService;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Assets in the inventory dialect; {@code {id}} is the integer or the UUID. */
@Path("/api/assets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
class InventoryResource {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final AssetService service;
    private final InventoryLists lists;
    private final InventoryQuery query;
    private final Mutations mutations;
    private final InventoryAnswers answers;

    InventoryResource(
            AssetService service,
            InventoryLists lists,
            InventoryQuery query,
            Mutations mutations,
            InventoryAnswers answers) {
        this.service = service;
        this.lists = lists;
        this.query = query;
        this.mutations = mutations;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "List assets",
            description =
                    "A bare array; Link rel=next leads to the rest. On the root domain the operator may ask without"
                            + " a tenant: then it spans all tenants, by slug, and each row names its own.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InventoryAsset[].class)))
    public Uni<Response> list() {
        return lists.read().map(answers::page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get an asset")
    @APIResponseSchema(InventoryAsset.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return service.find(AssetKey.numberOrUuid(id)).map(answers::one).map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(ASSET_CREATE)
    @APIResponse(responseCode = "402", description = "The tenant has as many assets as it may have")
    @Operation(summary = "Create an asset")
    @APIResponseSchema(value = InventoryAsset.class, responseCode = "201")
    public Uni<Response> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = InventoryAssetRequest.class)))
                    Sent<InventoryAssetRequest> body) {
        return mutations.postShared(body.body(), tx -> service.create(tx, InventoryAssetRequest.change(body))
                .map(answers::created));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Replace an asset", description = "Every member of the basic list has to be sent.")
    @APIResponseSchema(InventoryAsset.class)
    public Uni<Response> replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = InventoryAssetRequest.class)))
                    Sent<InventoryAssetRequest> body) {
        AssetKey key = AssetKey.numberOrUuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        InventoryAssetRequest.requireWhole(body);
        return mutations.change(tx -> service.update(tx, key, InventoryAssetRequest.change(body), condition)
                .map(answers::one));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Change an asset",
            description = "JSON merge patch: null clears, what is absent stays, custom fields are merged.")
    @APIResponseSchema(value = InventoryAsset.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The tag is taken, or the status is moved to or from deployed")
    public Uni<Response> patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = InventoryAssetRequest.class)))
                    Sent<InventoryAssetRequest> body) {
        AssetKey key = AssetKey.numberOrUuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.update(tx, key, InventoryAssetRequest.patch(body), condition)
                .map(answers::one));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ASSET_DELETE)
    @Operation(summary = "Delete an asset", description = "With its checkout history; a deployed one only by force.")
    @APIResponse(responseCode = "200", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        AssetKey key = AssetKey.numberOrUuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        boolean force = query.force();
        return mutations.change(
                tx -> service.delete(tx, key, force, condition).replaceWith(() -> Answer.ok(Map.of("success", true))));
    }
}
