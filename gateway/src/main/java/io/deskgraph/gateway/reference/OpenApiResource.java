package io.deskgraph.gateway.reference;

import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The document of the whole API, and the list of tools made from it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference")
class OpenApiResource {

    private static final String REASON =
            "What there is to call is no secret; what may be called is checked with each call";
    private static final String MISSING = "X-Missing-Services";

    private final Reference reference;

    OpenApiResource(Reference reference) {
        this.reference = reference;
    }

    @GET
    @Path("openapi.json")
    @PermitAll
    @OpenTo(REASON)
    @Operation(
            summary = "The OpenAPI document of all services",
            description = "A service that has not been heard of yet is named in X-Missing-Services.")
    @APIResponse(
            responseCode = "200",
            description = "OpenAPI 3.1",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Response> json(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return answer(known, Reference.Forms::json);
    }

    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    @PermitAll
    @OpenTo(REASON)
    @Operation(summary = "The same in YAML")
    @APIResponse(
            responseCode = "200",
            description = "OpenAPI 3.1",
            content = @Content(mediaType = "application/yaml", schema = @Schema(type = SchemaType.STRING)))
    public Uni<Response> yaml(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return answer(known, Reference.Forms::yaml);
    }

    @GET
    @Path("api/v1/meta/mcp-registry")
    @Authenticated
    @OpenTo("Whoever calls may know what there is to call")
    @Operation(summary = "Every operation as a tool", description = "For programs that offer the API to a model.")
    @APIResponse(
            responseCode = "200",
            description = "One entry for each operation, with its schemas written out",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ToolRegistryView.class)))
    public Uni<Response> tools(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return answer(known, Reference.Forms::tools);
    }

    private Uni<Response> answer(@Nullable String known, Function<Reference.Forms, Page> form) {
        Future<Reference.Forms> forms = reference.forms();
        return Uni.createFrom().completionStage(forms::toCompletionStage).map(made -> form.apply(made)
                .answer(known)
                .header(MISSING, made.missing().isEmpty() ? null : made.missing())
                .build());
    }
}
