package io.deskgraph.tickets.document;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Attaches documents to tickets and takes them away. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tickets/{id}/documents")
@Tag(name = "Documents")
public class DocumentResource {

    private final DocumentService documents;
    private final Uploads uploads;
    private final Bodies bodies;
    private final Sweeper sweeper;
    private final Mutations mutations;
    private final CurrentRequest current;

    DocumentResource(
            DocumentService documents,
            Uploads uploads,
            Bodies bodies,
            Sweeper sweeper,
            Mutations mutations,
            CurrentRequest current) {
        this.documents = documents;
        this.uploads = uploads;
        this.bodies = bodies;
        this.sweeper = sweeper;
        this.mutations = mutations;
        this.current = current;
    }

    /** The form of an upload; it is never made, only described. */
    public record Form(
            @Schema(type = SchemaType.STRING, format = "binary", description = "The one file")
            String file) {}

    /** The answer to a removal. */
    public record Removed(@Nullable Object data) {}

    @POST
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Attach a file to a ticket")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = Form.class)))
    @APIResponse(
            responseCode = "201",
            description = "The document",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Uni<Response> attach(@PathParam("id") String id) {
        Caller by = current.caller();
        return bodies.hold(request -> uploads.take(request, Ids.parse("ticket", id), by));
    }

    @DELETE
    @Path("{documentId}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Take a document from a ticket; from its last ticket it goes for good")
    @APIResponse(
            responseCode = "200",
            description = "Removed",
            content = @Content(schema = @Schema(implementation = Removed.class)))
    public Uni<Response> remove(@PathParam("id") String id, @PathParam("documentId") String documentId) {
        UUID ticket = Ids.parse("ticket", id);
        UUID document = Ids.parse("document", documentId);
        UUID by = current.caller().userId();
        return mutations
                .change(tx -> documents.remove(tx, ticket, document, by).replaceWith(Answer.ok(new Removed(null))))
                .invoke(sweeper::wake);
    }
}
