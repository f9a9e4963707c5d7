package io.deskgraph.links.relationship;

import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.ETags;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One relationship, whichever asset it belongs to. */
@Path("/api/v1/assets/relationships/{relationshipId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relationships")
class RelationshipResource {

    private final RelationshipService relationships;

    RelationshipResource(RelationshipService relationships) {
        this.relationships = relationships;
    }

    @DELETE
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "End a relationship", description = "Any edge between two assets, whichever API made it.")
    @APIResponse(responseCode = "204", description = "Ended; its metadata is gone too")
    @APIResponse(responseCode = "404", description = "No such relationship")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public Uni<Response> delete(
            @PathParam("relationshipId") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return relationships.delete(Ids.parse("relationship", id), ETags.ifMatch(ifMatch));
    }
}
