package io.deskgraph.links.association;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;
import static io.deskgraph.contracts.Permissions.TICKET_READ;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.links.copy.LookUps;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tickets of an asset, in the asset dialect. */
@Path("/api/v1/assets/{id}/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ticket-asset links")
class AssetTicketsResource {

    private final Linking linking;
    private final AssociationLists lists;
    private final LookUps lookUps;
    private final QueryParams query;
    private final Clock clock;

    AssetTicketsResource(Linking linking, AssociationLists lists, LookUps lookUps, QueryParams query, Clock clock) {
        this.linking = linking;
        this.lists = lists;
        this.lookUps = lookUps;
        this.query = query;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(
            value = {ASSET_READ, TICKET_READ},
            inclusive = true)
    @APIResponse(responseCode = "200", description = "The links of the resource in the path")
    @APIResponse(responseCode = "503", description = "The service that owns an unknown id does not answer")
    @Operation(summary = "List the tickets of an asset", description = "The ticket changed last comes first.")
    public Uni<AssetEnvelope<List<LinkedTicket>>> list(@PathParam("id") String id) {
        UUID assetId = Ids.parse("asset", id);
        query.none();
        return lookUps.learning(() -> lists.ticketsOf(assetId)).map(tickets -> AssetEnvelope.of(tickets, clock));
    }

    @POST
    @PermissionsAllowed(
            value = {ASSET_UPDATE, TICKET_READ},
            inclusive = true)
    @Operation(summary = "Link a ticket to an asset", description = "A pair is linked once, whatever the type.")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(responseCode = "503", description = "The service that owns an unknown ticket or asset does not answer")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "ticket_id",
                                            properties = {
                                                @SchemaProperty(
                                                        name = "ticket_id",
                                                        type = SchemaType.STRING,
                                                        format = "uuid"),
                                                @SchemaProperty(
                                                        name = "relationship_type",
                                                        type = SchemaType.STRING,
                                                        minLength = 1,
                                                        maxLength = LinkRequest.MAX_TYPE,
                                                        defaultValue = LinkRequest.DEFAULT_TYPE),
                                                @SchemaProperty(
                                                        name = "notes",
                                                        type = SchemaType.STRING,
                                                        maxLength = LinkRequest.MAX_NOTES)
                                            }),
                            examples =
                                    @ExampleObject(
                                            name = "affected",
                                            value = "{\"ticket_id\":\"01900000-0000-7000-8000-000000000001\"}")))
    public Uni<Response> link(@PathParam("id") String id, ObjectNode body) {
        UUID assetId = Ids.parse("asset", id);
        LinkRequest request = LinkRequest.read(body, "ticket_id", Side.ASSET);
        String location = "/api/v1/assets/" + assetId + "/tickets/" + request.otherEnd();
        return linking.link(body, NewLink.fromAsset(assetId, request), location, view -> AssetEnvelope.of(view, clock));
    }

    @DELETE
    @Path("/{ticketId}")
    @PermissionsAllowed(
            value = {ASSET_UPDATE, TICKET_READ},
            inclusive = true)
    @APIResponse(responseCode = "204", description = "Unlinked")
    @Operation(summary = "Unlink a ticket from an asset")
    public Uni<Response> unlink(@PathParam("id") String id, @PathParam("ticketId") String ticketId) {
        return linking.unlink(Ids.parse("asset", id), Ids.parse("ticket", ticketId));
    }
}
