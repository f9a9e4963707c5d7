package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.QueryReader;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Comments of tickets. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tickets/{id}/comments")
@Tag(name = "Comments")
public class CommentResource {

    private static final Map<String, Boolean> ORDERS = Map.of("asc", false, "desc", true);
    private static final Map<String, Boolean> FORMATS = Map.of("full", false, "markdown", true);

    private final CommentList list;
    private final CommentService service;
    private final CommentEdits edits;
    private final Reactions reactions;
    private final CommentAnswers answers;

    CommentResource(
            CommentList list, CommentService service, CommentEdits edits, Reactions reactions, CommentAnswers answers) {
        this.list = list;
        this.service = service;
        this.edits = edits;
        this.reactions = reactions;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List a ticket's comments, internal ones too")
    public Uni<DataEnvelope<List<CommentLine>>> list(@PathParam("id") String id) {
        CommentList.Slice slice = answers.query(CommentResource::slice);
        return list.read(Ids.parse("ticket", id), slice).map(DataEnvelope::of);
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Add a comment, or a reply to one")
    @APIResponse(
            responseCode = "201",
            description = "The comment",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Uni<Response> add(@PathParam("id") String id, @Valid @NotNull CreateComment request) {
        answers.check(request);
        UUID ticket = Ids.parse("ticket", id);
        return answers.post(request, (tx, by) -> service.add(tx, ticket, Author.agent(by.userId()), request.comment()));
    }

    @PUT
    @Path("{commentId}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Change the text of one's own comment")
    @APIResponse(
            responseCode = "200",
            description = "The comment as it is now",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Uni<Response> rewrite(
            @PathParam("id") String id,
            @PathParam("commentId") String commentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull UpdateComment request) {
        answers.check(request);
        CommentEdits.Target target = answers.target(id, commentId, ifMatch);
        return answers.put(tx -> edits.rewrite(tx, target, request.commentText()));
    }

    @DELETE
    @Path("{commentId}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Delete one's own comment, or with ticket:delete anybody's")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("id") String id,
            @PathParam("commentId") String commentId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        CommentEdits.Target target = answers.target(id, commentId, ifMatch);
        return answers.delete(tx -> edits.delete(tx, target));
    }

    @POST
    @Path("{commentId}/reactions")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "React to a comment, or take the same reaction back")
    @APIResponse(
            responseCode = "200",
            description = "Whether the reaction is there now",
            content = @Content(schema = @Schema(implementation = React.Toggled.class)))
    public Uni<Response> react(
            @PathParam("id") String id, @PathParam("commentId") String commentId, @Valid @NotNull React request) {
        UUID ticket = Ids.parse("ticket", id);
        UUID comment = Ids.parse("comment", commentId);
        return answers.toggle(request, (tx, by) -> reactions.toggle(tx, ticket, comment, by.userId(), request.emoji()));
    }

    private static CommentList.Slice slice(QueryReader reader) {
        Integer offset = reader.number("offset", 0, Integer.MAX_VALUE);
        return new CommentList.Slice(
                reader.number("limit", 1, 200),
                offset == null ? 0 : offset,
                reader.oneOf("order", ORDERS, false),
                reader.oneOf("content_format", FORMATS, false));
    }
}
