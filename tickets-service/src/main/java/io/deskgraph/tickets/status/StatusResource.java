package io.deskgraph.tickets.status;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.tickets.listing.Lists;
import io.deskgraph.tickets.lookup.Lookups;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/statuses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statuses")
public class StatusResource {

    private final Lists lists;
    private final Lookups lookups;
    private final StatusRepository rows;
    private final Placement placement;

    StatusResource(Lists lists, Lookups lookups, StatusRepository rows, Placement placement) {
        this.lists = lists;
        this.lookups = lookups;
        this.rows = rows;
        this.placement = placement;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List statuses")
    @APIResponse(
            responseCode = "200",
            description = "The page and where it stands",
            content = @Content(schema = @Schema(implementation = StatusView[].class)))
    public Uni<Response> list() {
        return lists.answer(StatusList.SHAPE, StatusView::of);
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_CREATE)
    @Operation(summary = "Create a status")
    @APIResponse(
            responseCode = "201",
            description = "The status",
            content = @Content(schema = @Schema(implementation = StatusView.class)))
    public Uni<Response> create(@Valid @NotNull CreateStatus request) {
        return lookups.create(request, tx -> placement.row(tx, request), rows, StatusView::of);
    }
}
