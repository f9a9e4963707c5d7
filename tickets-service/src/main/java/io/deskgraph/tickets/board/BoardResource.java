package io.deskgraph.tickets.board;

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

@Path("/api/v1/boards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class BoardResource {

    private final Lists lists;
    private final Lookups lookups;
    private final BoardRepository rows;

    BoardResource(Lists lists, Lookups lookups, BoardRepository rows) {
        this.lists = lists;
        this.lookups = lookups;
        this.rows = rows;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List boards")
    @APIResponse(
            responseCode = "200",
            description = "The page and where it stands",
            content = @Content(schema = @Schema(implementation = BoardView[].class)))
    public Uni<Response> list() {
        return lists.answer(BoardList.SHAPE, BoardView::of);
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_CREATE)
    @Operation(summary = "Create a board")
    @APIResponse(
            responseCode = "201",
            description = "The board",
            content = @Content(schema = @Schema(implementation = BoardView.class)))
    public Uni<Response> create(@Valid @NotNull CreateBoard request) {
        return lookups.create(request, tx -> Uni.createFrom().item(request.row()), rows, BoardView::of);
    }
}
