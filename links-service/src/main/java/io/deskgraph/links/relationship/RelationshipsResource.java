package io.deskgraph.links.relationship;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The relationships of an asset. */
@Path("/api/v1/assets/{id}/relationships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relationships")
class RelationshipsResource {

    private final RelationshipService relationships;
    private final RelationshipList lists;
    private final QueryParams query;
    private final Clock clock;

    RelationshipsResource(RelationshipService relationships, RelationshipList lists, QueryParams query, Clock clock) {
        this.relationships = relationships;
        this.lists = lists;
        this.query = query;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "List the relationships of an asset",
            description = "The newest first, from both sides; without those whose other end the caller may not see.")
    @APIResponse(responseCode = "200", description = "The relationships")
    @APIResponse(responseCode = "404", description = "No such asset")
    @APIResponse(responseCode = "503", description = "The service that owns an unknown asset does not answer")
    public Uni<AssetEnvelope<List<ListedRelationship>>> list(@PathParam("id") String id) {
        UUID asset = Ids.parse("asset", id);
        query.none();
        return lists.of(asset).map(found -> AssetEnvelope.of(found, clock));
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Relate an asset to another",
            description = "An ordered pair is related once. The types parentChild and related have the rules of asset"
                    + " links: no loop of parentChild, related once in whichever direction.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"related_asset_id", "relationship_type"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "related_asset_id",
                                                        type = SchemaType.STRING,
                                                        format = "uuid"),
                                                @SchemaProperty(
                                                        name = "relationship_type",
                                                        type = SchemaType.STRING,
                                                        minLength = 1,
                                                        maxLength = RelationshipRequest.MAX_TYPE)
                                            }),
                            examples =
                                    @ExampleObject(
                                            name = "runs on",
                                            value = "{\"related_asset_id\":\"01900000-0000-7000-8000-000000000002\","
                                                    + "\"relationship_type\":\"runs on\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The relationship",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CreatedEnvelope.class)))
    @APIResponse(responseCode = "404", description = "One of the assets is not there")
    @APIResponse(responseCode = "409", description = "The pair is related already")
    @APIResponse(responseCode = "503", description = "The service that owns an unknown asset does not answer")
    public Uni<Response> create(@PathParam("id") String id, ObjectNode body) {
        UUID asset = Ids.parse("asset", id);
        return relationships.create(asset, body, RelationshipRequest.read(body));
    }

    /** For the document only: the envelope with its type. */
    @Schema(name = "RelationshipEnvelope")
    record CreatedEnvelope(boolean success, RelationshipView data, AssetEnvelope.Meta meta) {}
}
