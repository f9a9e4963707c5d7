package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.tickets.ticket.UpdateTicket;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is in a bundle, who leads it, and what the lead would mean. */
@Path("/api/v1/tickets/{id}/bundle")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class BundleMembersResource {

    private final Joining joining;
    private final Leaving leaving;
    private final Promotion promotion;
    private final Preview preview;
    private final BundleAnswers answers;

    BundleMembersResource(
            Joining joining, Leaving leaving, Promotion promotion, Preview preview, BundleAnswers answers) {
        this.joining = joining;
        this.leaving = leaving;
        this.promotion = promotion;
        this.preview = preview;
        this.answers = answers;
    }

    @POST
    @Path("children")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(
            summary = "Add children to a bundle",
            description = "All of them or none. A ticket that stands alone becomes the master of a bundle with"
                    + " default settings.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AddChildren.class),
                            examples = @ExampleObject(name = "two", value = BundleExamples.ADD)))
    @APIResponse(
            responseCode = "200",
            description = "Those that were added",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BundleResults.Children.class),
                            examples = @ExampleObject(name = "two", value = BundleExamples.CHILDREN)))
    @APIResponse(responseCode = "404", description = "There is no such master or child")
    @APIResponse(responseCode = "409", description = "A child is bundled or a master already, or the master is closed")
    public Uni<Response> add(@PathParam("id") String id, @Valid @NotNull AddChildren request) {
        UUID master = Ids.parse("ticket", id);
        return answers.post(master, request, (tx, by) -> joining.add(tx, master, request, by));
    }

    @DELETE
    @Path("children/{childId}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(summary = "Let one child go", description = "The last one takes the bundle along.")
    @APIResponse(
            responseCode = "200",
            description = "How many are left",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BundleResults.Removed.class),
                            examples = @ExampleObject(name = "removed", value = BundleExamples.REMOVED)))
    @APIResponse(responseCode = "404", description = "There is no such ticket, or not in this bundle")
    public Uni<Response> remove(@PathParam("id") String id, @PathParam("childId") String childId) {
        UUID master = Ids.parse("ticket", id);
        UUID child = Ids.parse("ticket", childId);
        return answers.change((tx, by) -> leaving.remove(tx, master, child, by));
    }

    @POST
    @Path("promote")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(
            summary = "Make a child the master",
            description = "The master becomes a child like the others. The settings stay.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PromoteChild.class),
                            examples = @ExampleObject(name = "promote", value = BundleExamples.PROMOTE)))
    @APIResponse(
            responseCode = "200",
            description = "Who led and who leads",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BundleResults.Promoted.class),
                            examples = @ExampleObject(name = "promoted", value = BundleExamples.PROMOTED)))
    @APIResponse(responseCode = "404", description = "There is no such old or new master")
    public Uni<Response> promote(@PathParam("id") String id, @Valid @NotNull PromoteChild request) {
        UUID master = Ids.parse("ticket", id);
        UUID next = request.newMasterTicketId();
        return answers.post(next, request, (tx, by) -> promotion.promote(tx, master, next, by));
    }

    @POST
    @Path("preview")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(
            summary = "Tell what a change of the master would do",
            description = "Takes what an update of the ticket takes and writes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UpdateTicket.class),
                            examples = @ExampleObject(name = "close", value = BundleExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "What would change, ticket by ticket",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Preview.View.class),
                            examples = @ExampleObject(name = "preview", value = BundleExamples.PREVIEW)))
    @APIResponse(responseCode = "404", description = "There is no such ticket")
    public Uni<Response> preview(@PathParam("id") String id, Sent<UpdateTicket> request) {
        UUID master = Ids.parse("ticket", id);
        return answers.change((tx, by) -> preview.of(tx, master, request, by));
    }
}
