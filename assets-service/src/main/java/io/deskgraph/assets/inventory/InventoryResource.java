package io.deskgraph.assets.inventory;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_DELETE;
import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.AssetLists;
import io.deskgraph.assets.asset.AssetPage;
import io.deskgraph.assets.asset.AssetService;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.http.Sent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

    private final AssetService service;
    private final AssetLists lists;
    private final InventoryQuery query;
    private final Mutations mutations;
    private final ETags tags;

    InventoryResource(AssetService service, AssetLists lists, InventoryQuery query, Mutations mutations, ETags tags) {
        this.service = service;
        this.lists = lists;
        this.query = query;
        this.mutations = mutations;
        this.tags = tags;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List assets", description = "A bare array; Link rel=next leads to the rest.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InventoryAsset[].class)))
    public Uni<Response> list() {
        InventoryList list = query.read();
        return lists.after(list.cursor(), list.criteria(), list.order(), list.limit(), list.counted())
                .map(this::page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get an asset")
    @APIResponseSchema(InventoryAsset.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return service.find(AssetKey.numberOrUuid(id)).map(this::answer).map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(ASSET_CREATE)
    @APIResponse(responseCode = "402", description = "The tenant has as many assets as it may have")
    @Operation(summary = "Create an asset")
    @APIResponseSchema(value = InventoryAsset.class, responseCode = "201")
    public Uni<Response> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = InventoryAssetRequest.class)))
                    Sent<InventoryAssetRequest> body) {
        return mutations.post(body.body(), tx -> service.create(tx, InventoryAssetRequest.change(body))
                .map(this::created));
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
                .map(this::answer));
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

    private Answer created(StoredAsset asset) {
        Rendered view = render(asset);
        return Answer.created("/api/assets/" + asset.state().number(), view).tagged(view.tag());
    }

    private Answer answer(StoredAsset asset) {
        Rendered view = render(asset);
        return Answer.ok(view).tagged(view.tag());
    }

    private Rendered render(StoredAsset asset) {
        return tags.render(asset.state().version(), InventoryAsset.of(asset));
    }

    private Response page(AssetPage page) {
        Response.ResponseBuilder response =
                Response.ok(page.assets().stream().map(InventoryAsset::of).toList());
        query.links().next(page.next()).header().ifPresent(link -> response.header(HttpHeaders.LINK, link));
        if (page.total() != null) {
            response.header("X-Total-Count", page.total());
        }
        return response.build();
    }
}
