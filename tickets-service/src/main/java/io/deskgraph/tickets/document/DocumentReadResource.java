package io.deskgraph.tickets.document;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Reads documents of tickets. What a download produces says its document alone. */
@Path("/api/v1/tickets/{id}/documents")
@Tag(name = "Documents")
public class DocumentReadResource {

    private final DocumentService documents;
    private final Bodies bodies;
    private final QueryParams query;

    DocumentReadResource(DocumentService documents, Bodies bodies, QueryParams query) {
        this.documents = documents;
        this.bodies = bodies;
        this.query = query;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List a ticket's documents, the last changed first")
    public Uni<DataEnvelope<List<AttachedDocument>>> list(@PathParam("id") String id) {
        query.none();
        return documents.list(Ids.parse("ticket", id)).map(DataEnvelope::of);
    }

    @GET
    @Path("{documentId}")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Download a document")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, with the type they were sent with",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestMulti<Buffer> download(@PathParam("id") String id, @PathParam("documentId") String documentId) {
        UUID ticket = Ids.parse("ticket", id);
        UUID document = Ids.parse("document", documentId);
        bodies.tellLength();
        return RestMulti.fromUniResponse(
                documents.content(ticket, document),
                content -> content.bytes(),
                content -> headers(content.document()));
    }

    private static Map<String, List<String>> headers(DocumentView document) {
        return Map.of(
                "Content-Type", List.of(document.mimeType() == null ? MimeTypes.UNKNOWN : document.mimeType()),
                "Content-Length", List.of(String.valueOf(document.fileSize())),
                "Content-Disposition", List.of(new FileName(document.documentName()).attachment()),
                "Cache-Control", List.of("no-store"));
    }
}
