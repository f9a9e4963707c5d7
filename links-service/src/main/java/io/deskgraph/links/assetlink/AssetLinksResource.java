package io.deskgraph.links.assetlink;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.problem.Problems;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Links between assets. */
@Path("/asset-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Asset links")
class AssetLinksResource {

    private final AssetLinkService links;
    private final LinkReads reads;
    private final Problems problems;

    AssetLinksResource(AssetLinkService links, LinkReads reads, Problems problems) {
        this.links = links;
        this.reads = reads;
        this.problems = problems;
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Link two assets",
            description = "parentChild leads from the parent to the child and never closes a loop; several of one pair"
                    + " differ in their alias. related has no direction; a pair has one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Documents.NewLink.class),
                            examples = @ExampleObject(name = "part", value = Documents.NEW_LINK)))
    @APIResponse(
            responseCode = "200",
            description = "Linked",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = Answers.Created.class)))
    @APIResponse(responseCode = "503", description = "The service that owns an unknown asset does not answer")
    public Uni<Response> create(JsonNode body) {
        return links.create(body, LinkRequest.read(body));
    }

    @GET
    @Path("/single/{assetLinkId}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Read a link")
    @APIResponse(
            responseCode = "200",
            description = "The link; a relationship of a type of its own shows that type",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answers.Single.class)))
    @APIResponse(responseCode = "404", description = "No such link")
    public Uni<Response> single(@PathParam("assetLinkId") String id) {
        return reads.single(Names.link("assetLinkId", id));
    }

    @PUT
    @Path("/{assetLinkId}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Change the tags or the alias of a link",
            description = "What is absent stays as it is. An empty alias takes it away, an empty list the tags.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Documents.ChangedLink.class),
                            examples = @ExampleObject(name = "alias", value = "{\"assetLinkAliasId\":\"slot-2\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or as it was already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answers.Done.class)))
    @APIResponse(responseCode = "404", description = "No such link")
    @APIResponse(responseCode = "412", description = "The link has changed since it was read")
    public Uni<Response> update(
            @PathParam("assetLinkId") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode body) {
        var link = Names.link("assetLinkId", id);
        return links.update(link, ETags.ifMatch(ifMatch), LinkChange.read(body));
    }

    @DELETE
    @Path("/{assetLinkId}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Delete a link and its metadata")
    @APIResponse(
            responseCode = "200",
            description = "Deleted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answers.Done.class)))
    @APIResponse(responseCode = "404", description = "No such link")
    @APIResponse(responseCode = "412", description = "The link has changed since it was read")
    public Uni<Response> delete(
            @PathParam("assetLinkId") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return links.delete(Names.link("relationId", id), ETags.ifMatch(ifMatch));
    }

    @ServerExceptionMapper
    Response inItsWords(Problem problem, RoutingContext exchange) {
        return problems.response(BrokenJson.inItsWords(problem), exchange);
    }
}
