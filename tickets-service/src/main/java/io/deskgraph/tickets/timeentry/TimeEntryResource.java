package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Sent;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Time entries by themselves. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/time-entries")
@Tag(name = "Time entries")
public class TimeEntryResource {

    private final TimeEntryAnswers answers;
    private final TimeEntryService entries;

    TimeEntryResource(TimeEntryAnswers answers, TimeEntryService entries) {
        this.answers = answers;
        this.entries = entries;
    }

    @GET
    @PermissionsAllowed(Permissions.TIMEENTRY_READ)
    @Operation(summary = "List one's own time entries, or with timesheet:read_all everybody's")
    @APIResponse(
            responseCode = "200",
            description = "The page and where it stands",
            content = @Content(schema = @Schema(implementation = TimeEntryView[].class)))
    public Uni<Response> list() {
        return answers.list();
    }

    @POST
    @PermissionsAllowed(Permissions.TIMEENTRY_CREATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Enter time that one has spent on a ticket")
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = TimeEntryView.class)))
    @APIResponse(responseCode = "404", description = "There is no such ticket")
    public Uni<Response> create(@Valid @NotNull CreateTimeEntry request) {
        return answers.post(request, (tx, by) -> entries.create(tx, by, request));
    }

    @GET
    @Path("{entryId}")
    @PermissionsAllowed(Permissions.TIMEENTRY_READ)
    @Operation(summary = "Read a time entry")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = TimeEntryView.class)))
    public Uni<Response> read(@PathParam("entryId") String entryId) {
        UUID id = Ids.parse("time entry", entryId);
        return answers.get(by -> entries.read(id, by));
    }

    @PUT
    @Path("{entryId}")
    @PermissionsAllowed(Permissions.TIMEENTRY_UPDATE)
    @Operation(summary = "Change some members of one's own time entry, or with timeentry:delete of anybody's")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is now",
            content = @Content(schema = @Schema(implementation = TimeEntryView.class)))
    public Uni<Response> update(
            @PathParam("entryId") String entryId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = UpdateTimeEntry.class)))
                    Sent<UpdateTimeEntry> request) {
        UUID id = Ids.parse("time entry", entryId);
        answers.check(request);
        return answers.put((tx, by) -> entries.update(tx, id, ETags.ifMatch(ifMatch), by, request));
    }

    @DELETE
    @Path("{entryId}")
    @PermissionsAllowed(Permissions.TIMEENTRY_UPDATE)
    @Operation(summary = "Take one's own time entry back, or with timeentry:delete anybody's")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("entryId") String entryId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID id = Ids.parse("time entry", entryId);
        return answers.delete((tx, by) -> entries.delete(tx, id, ETags.ifMatch(ifMatch), by));
    }
}
