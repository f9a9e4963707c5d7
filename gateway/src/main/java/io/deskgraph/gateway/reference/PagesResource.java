package io.deskgraph.gateway.reference;

import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.OpenTo;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people read. It loads nothing from elsewhere and sends nothing elsewhere. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference")
class PagesResource {

    private static final String REASON = "Documentation says nothing about any tenant";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Assets assets;

    PagesResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @OpenTo(REASON)
    @Operation(summary = "The reference page")
    @APIResponse(
            responseCode = "200",
            description = "The OpenAPI document for people",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    public Response page(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return found(assets.ofThePage("index.html"), known);
    }

    @GET
    @Path("docs/{file}")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @OpenTo(REASON)
    @Operation(summary = "A script or style of the reference page")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING)))
    public Response file(
            @PathParam("file") String file, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return found(assets.ofThePage(file), known);
    }

    @GET
    @Path("asyncapi.yaml")
    @Produces("application/yaml")
    @PermitAll
    @OpenTo(REASON)
    @Operation(summary = "The AsyncAPI document of all events")
    @APIResponse(
            responseCode = "200",
            description = "AsyncAPI 3.0",
            content = @Content(mediaType = "application/yaml", schema = @Schema(type = SchemaType.STRING)))
    public Response events(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return found(assets.events(), known);
    }

    @GET
    @Path("schemas/{file}")
    @Produces("application/schema+json")
    @PermitAll
    @OpenTo(REASON)
    @Operation(summary = "The JSON Schema of an event", description = "As the AsyncAPI document names it.")
    @APIResponse(
            responseCode = "200",
            description = "JSON Schema 2020-12",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response schema(
            @PathParam("file") String file, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return found(assets.schema(file), known);
    }

    private static Response found(@Nullable Page page, @Nullable String known) {
        if (page == null) {
            throw Problem.notFound("Not found");
        }
        return page.answer(known).header("Content-Security-Policy", POLICY).build();
    }
}
