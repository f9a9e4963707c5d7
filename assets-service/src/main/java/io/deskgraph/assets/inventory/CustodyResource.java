package io.deskgraph.assets.inventory;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.asset.AssetCustody;
import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.AssetStatus;
import io.deskgraph.assets.checkout.HistoryEntry;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.OptionalBody;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Giving assets out and taking them back. */
@Path("/api/assets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
class CustodyResource {

    private final AssetCustody custody;
    private final Mutations mutations;
    private final InventoryAnswers answers;

    CustodyResource(AssetCustody custody, Mutations mutations, InventoryAnswers answers) {
        this.custody = custody;
        this.mutations = mutations;
        this.answers = answers;
    }

    @POST
    @Path("/checkout")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Check an asset out to an employee", description = "Only an available one: it is out once.")
    @APIResponseSchema(value = InventoryAsset.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "Not available; the text says who holds it")
    @APIResponse(responseCode = "404", description = "No such asset or employee")
    public Uni<Response> checkout(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CheckoutRequest body) {
        AssetKey key = AssetKey.numberOrUuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        AssetCustody.Checkout wish = body.wish();
        return mutations.post(
                body, tx -> custody.checkOut(tx, key, wish, condition).map(answers::one));
    }

    @POST
    @Path("/checkin")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Check an asset in", description = "Only a deployed one. The body is optional.")
    @APIResponseSchema(value = InventoryAsset.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "Not deployed")
    public Uni<Response> checkin(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @OptionalBody @Nullable CheckinRequest body) {
        AssetKey key = AssetKey.numberOrUuid(id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        CheckinRequest sent = body == null ? CheckinRequest.PLAIN : body;
        AssetStatus next = sent.next();
        String note = sent.said();
        return mutations.post(
                body, tx -> custody.checkIn(tx, key, next, note, condition).map(answers::one));
    }

    @GET
    @Path("/history")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Who had an asset and when", description = "Oldest first, with the names of then.")
    public Uni<List<HistoryEntry>> history(@PathParam("id") String id) {
        return custody.history(AssetKey.numberOrUuid(id));
    }
}
