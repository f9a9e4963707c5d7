package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.ListedBy;
import io.deskgraph.tickets.listing.Lists;
import io.deskgraph.tickets.listing.Sort;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags that tickets have or had; one comes into being with the first ticket that has it. */
@Path("/api/v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TagResource {

    private static final ListShape SHAPE = new ListShape(
            "t.id, t.tag_text, t.background_color, t.text_color",
            "tags t",
            "t",
            List.of(Filter.contains("search", "t.tag_text")),
            Map.of("tag_text", Sort.by("t.tag_text COLLATE \"C\"", "text")),
            "tag_text",
            false);

    private final Lists lists;

    TagResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(operationId = "listTags", summary = "List the tags of tickets")
    @ListedBy(TagResource.class)
    @APIResponse(
            responseCode = "200",
            description = "The page and where it stands",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Tags.class)))
    public Uni<Response> list() {
        return lists.answer(SHAPE, TicketTags::tag);
    }
}
