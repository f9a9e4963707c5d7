package io.deskgraph.kit.openapi;

import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the gateway puts into the suite's one document. It does not route here itself. */
@Path("/internal/openapi")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {

    private final OwnDocument document;

    DocumentResource(OwnDocument document) {
        this.document = document;
    }

    @GET
    @Authenticated
    @OpenTo("The gateway asks for the document, on nobody's behalf")
    @Operation(hidden = true)
    public Response read(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        String tag = document.tag();
        Response.ResponseBuilder answer =
                tag.equals(known) ? Response.notModified() : Response.ok(document.json(), MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.ETAG, tag).build();
    }
}
