package io.deskgraph.links.metadata;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.problem.Problems;
import io.deskgraph.links.assetlink.BodyReader;
import io.deskgraph.links.assetlink.BrokenJson;
import io.deskgraph.links.assetlink.Names;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Metadata of a link. */
@Path("/asset-links/{assetLinkId}/metadata")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Asset link metadata")
class MetadataResource {

    private static final String ID = "assetLinkId";

    private final MetadataService metadata;
    private final MetadataReads reads;
    private final QueryParams query;
    private final Problems problems;

    MetadataResource(MetadataService metadata, MetadataReads reads, QueryParams query, Problems problems) {
        this.metadata = metadata;
        this.reads = reads;
        this.query = query;
        this.problems = problems;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "Read the metadata of a link",
            description =
                    "All of it, the last key first; maxItems, pageSize and startingToken are checked and do nothing.")
    @Parameter(name = "maxItems", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(name = "pageSize", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(name = "startingToken", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The metadata",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MetadataView.class)))
    @APIResponse(responseCode = "404", description = "No such link")
    public Uni<Response> read(@PathParam(ID) String id) {
        UUID link = Names.link(ID, id);
        query.read(MetadataResource::paging);
        return reads.of(link);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Add or overwrite metadata", description = "At most 500 keys per link.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MetadataDocuments.Items.class),
                            examples = @ExampleObject(name = "place", value = MetadataDocuments.ITEMS)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each key; success where one at least went well",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkResult.class)))
    @APIResponse(responseCode = "404", description = "No such link")
    public Uni<Response> create(@PathParam(ID) String id, JsonNode body) {
        UUID link = Names.link(ID, id);
        return metadata.create(link, body, MetadataWrite.upsert(body));
    }

    @PUT
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Overwrite metadata, or replace it all",
            description = "replace_all removes the keys that are not sent, and asks for all rights on both assets.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MetadataDocuments.Update.class),
                            examples = @ExampleObject(name = "replace", value = MetadataDocuments.UPDATE)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each key; success where one at least went well",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkResult.class)))
    @APIResponse(responseCode = "404", description = "No such link")
    @APIResponse(responseCode = "412", description = "The link has changed since it was read")
    public Uni<Response> update(
            @PathParam(ID) String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode body) {
        UUID link = Names.link(ID, id);
        return metadata.update(link, ETags.ifMatch(ifMatch), MetadataWrite.update(body));
    }

    @DELETE
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Delete metadata", description = "A key that is not there is told and does no harm.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MetadataDocuments.Keys.class),
                            examples = @ExampleObject(name = "one", value = MetadataDocuments.KEYS)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each key; success where one at least went well",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkResult.class)))
    @APIResponse(responseCode = "404", description = "No such link")
    @APIResponse(responseCode = "412", description = "The link has changed since it was read")
    public Uni<Response> delete(
            @PathParam(ID) String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode body) {
        UUID link = Names.link(ID, id);
        return metadata.delete(link, ETags.ifMatch(ifMatch), keys(new BodyReader(body)));
    }

    @ServerExceptionMapper
    Response inItsWords(Problem problem, RoutingContext exchange) {
        return problems.response(BrokenJson.inItsWords(problem), exchange);
    }

    private static List<String> keys(BodyReader body) {
        List<String> keys = body.texts("metadataKeys");
        if (keys == null) {
            throw body.wrong("metadataKeys", "field required");
        }
        if (keys.isEmpty()) {
            throw body.wrong("metadataKeys", "metadataKeys must contain at least 1 item");
        }
        return keys;
    }

    private static String paging(QueryReader query) {
        query.number("maxItems", 1, Integer.MAX_VALUE);
        query.number("pageSize", 1, Integer.MAX_VALUE);
        String token = query.text("startingToken");
        return token == null ? "" : token;
    }
}
