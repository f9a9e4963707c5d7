package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Rendered;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;

/** A ticket's bundle as a whole. */
@Path("/api/v1/tickets/{id}/bundle")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class BundleResource {

    private static final String NOT_FOUND = "There is no such ticket";

    private final BundleReader reader;
    private final Joining joining;
    private final Leaving leaving;
    private final Settings settings;
    private final BundleAnswers answers;

    BundleResource(BundleReader reader, Joining joining, Leaving leaving, Settings settings, BundleAnswers answers) {
        this.reader = reader;
        this.joining = joining;
        this.leaving = leaving;
        this.settings = settings;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(
            summary = "Read the bundle of a ticket",
            description = "Whatever part the ticket plays. One that stands alone is its own master without settings.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BundleView.class),
                            examples = @ExampleObject(name = "bundle", value = BundleExamples.BUNDLE)))
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Uni<Response> read(@PathParam("id") String id) {
        return reader.read(Ids.parse("ticket", id)).map(BundleResource::answer);
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(
            summary = "Bundle tickets under a master",
            description = "A ticket that is a master already gets more children and the mode. Nothing is handed down"
                    + " until the master changes next.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CreateBundle.class),
                            examples = @ExampleObject(name = "two children", value = BundleExamples.CREATE)))
    @APIResponse(
            responseCode = "201",
            description = "The bundle; the children are those of this request",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BundleResults.Created.class),
                            examples = @ExampleObject(name = "created", value = BundleExamples.CREATED)))
    @APIResponse(responseCode = "404", description = "There is no such master or child")
    @APIResponse(responseCode = "409", description = "A child is bundled or a master already, or the master is closed")
    public Uni<Response> create(@PathParam("id") String id, @Valid @NotNull CreateBundle request) {
        UUID master = Ids.parse("ticket", id);
        return answers.created(master, request, (tx, by) -> joining.create(tx, master, request, by));
    }

    @DELETE
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(
            summary = "Let all children go",
            description = "Their status, assignee and comments stay. A ticket that stands alone has none to let go.")
    @APIResponse(
            responseCode = "200",
            description = "Who was let go",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BundleResults.Children.class),
                            examples = @ExampleObject(name = "two", value = BundleExamples.CHILDREN)))
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Uni<Response> unbundle(@PathParam("id") String id) {
        UUID master = Ids.parse("ticket", id);
        return answers.change((tx, by) -> leaving.unbundle(tx, master, by));
    }

    @PUT
    @Path("settings")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(
            summary = "Change how a bundle behaves",
            description = "From the next change on: switching to sync_updates does not touch the children by itself.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChangeSettings.class),
                            examples = @ExampleObject(name = "reopen", value = BundleExamples.SETTINGS)))
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BundleResults.Settings.class),
                            examples = @ExampleObject(name = "settings", value = BundleExamples.SETTINGS_RESULT)))
    @APIResponse(responseCode = "404", description = "The ticket is no master")
    @APIResponse(responseCode = "412", description = "The bundle has changed since its tag was read")
    public Uni<Response> settings(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangeSettings request) {
        UUID master = Ids.parse("ticket", id);
        return answers.change((tx, by) ->
                settings.change(tx, master, ETags.ifMatch(ifMatch), request, by).map(this::rendered));
    }

    private Rendered rendered(BundleState bundle) {
        return answers.tagged(bundle.version(), BundleResults.Settings.of(bundle));
    }

    private static Response answer(Rendered bundle) {
        return Response.ok(DataEnvelope.of(bundle)).header("ETag", bundle.tag()).build();
    }
}
