package io.deskgraph.links.association;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.TICKET_READ;
import static io.deskgraph.contracts.Permissions.TICKET_UPDATE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.problem.Problem;
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

/** The assets of a ticket, in the ticket dialect. */
@Path("/api/v1/tickets/{id}/assets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ticket-asset links")
class TicketAssetsResource {

    private final Linking linking;
    private final AssociationLists lists;
    private final LookUps lookUps;
    private final QueryParams query;

    TicketAssetsResource(Linking linking, AssociationLists lists, LookUps lookUps, QueryParams query) {
        this.linking = linking;
        this.lists = lists;
        this.lookUps = lookUps;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(
            value = {TICKET_READ, ASSET_READ},
            inclusive = true)
    @APIResponse(responseCode = "200", description = "The links of the resource in the path")
    @APIResponse(responseCode = "503", description = "The service that owns an unknown id does not answer")
    @Operation(summary = "List the assets of a ticket", description = "The asset linked last comes first.")
    public Uni<DataEnvelope<List<LinkedAsset>>> list(@PathParam("id") String id) {
        UUID ticketId = Ids.parse("ticket", id);
        query.none();
        return lookUps.learning(() -> lists.assetsOf(ticketId)).map(DataEnvelope::of);
    }

    @POST
    @PermissionsAllowed(
            value = {TICKET_UPDATE, ASSET_READ},
            inclusive = true)
    @Operation(summary = "Link an asset to a ticket", description = "A pair is linked once, whatever the type.")
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
                                            requiredProperties = "asset_id",
                                            properties = {
                                                @SchemaProperty(
                                                        name = "asset_id",
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
                                            value = "{\"asset_id\":\"01900000-0000-7000-8000-000000000002\"}")))
    public Uni<Response> link(@PathParam("id") String id, ObjectNode body) {
        UUID ticketId = Ids.parse("ticket", id);
        try {
            return link(ticketId, body, LinkRequest.read(body, "asset_id", Side.TICKET));
        } catch (Problem invalidBody) {
            return refuse(ticketId, invalidBody);
        }
    }

    @DELETE
    @Path("/{assetId}")
    @PermissionsAllowed(
            value = {TICKET_UPDATE, ASSET_READ},
            inclusive = true)
    @APIResponse(responseCode = "204", description = "Unlinked")
    @Operation(summary = "Unlink an asset from a ticket")
    public Uni<Response> unlink(@PathParam("id") String id, @PathParam("assetId") String assetId) {
        UUID ticketId = Ids.parse("ticket", id);
        return linking.unlink(Ids.parse("asset", assetId), ticketId);
    }

    private Uni<Response> link(UUID ticketId, ObjectNode body, LinkRequest request) {
        String location = "/api/v1/tickets/" + ticketId + "/assets/" + request.otherEnd();
        return linking.link(body, NewLink.fromTicket(ticketId, request), location, DataEnvelope::of);
    }

    /** In this dialect an unknown ticket is told before a wrong body. */
    private Uni<Response> refuse(UUID ticketId, Problem invalidBody) {
        return lookUps.learning(() -> lists.requireTicket(ticketId))
                .chain(() -> Uni.createFrom().failure(invalidBody));
    }
}
