package io.deskgraph.links.impact;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.TICKET_READ;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetRights;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an asset's trouble reaches. */
@Path("/api/v1/assets/{id}/impact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Impact")
class ImpactResource {

    private static final Problem NO_ASSET = Problem.notFound("Asset not found");

    private final ImpactQuery surroundings;
    private final AssetAccess access;
    private final CurrentRequest request;
    private final QueryParams query;
    private final Clock clock;

    ImpactResource(
            ImpactQuery surroundings, AssetAccess access, CurrentRequest request, QueryParams query, Clock clock) {
        this.surroundings = surroundings;
        this.access = access;
        this.request = request;
        this.query = query;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "See what depends on an asset, or what it depends on",
            description = "Each asset with a shortest path and its open tickets; those are null for a caller without"
                    + " ticket:read. Nothing behind an asset that the caller may not see is shown.")
    @Parameter(
            name = "direction",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {"down", "up"},
                            defaultValue = "down"))
    @Parameter(
            name = "depth",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20", defaultValue = "5"))
    @Parameter(
            name = "types",
            in = ParameterIn.QUERY,
            description = "Separated by commas; every type but related when absent",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "max_nodes",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "1000"))
    @APIResponse(responseCode = "200", description = "What is reached")
    @APIResponse(responseCode = "404", description = "No such asset")
    @APIResponse(responseCode = "503", description = "The service that owns an unknown asset does not answer")
    public Uni<AssetEnvelope<Impact>> impact(@PathParam("id") String id) {
        UUID asset = Ids.parse("asset", id);
        ImpactRequest wanted = query.read(ImpactRequest::read);
        AssetRights rights = access.ofCaller();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return surroundings
                .around(asset, wanted, request.caller().may(TICKET_READ), NO_ASSET)
                .map(around -> impact(asset, wanted, rights, around, now))
                .map(impact -> AssetEnvelope.of(impact, clock));
    }

    private static Impact impact(
            UUID asset, ImpactRequest wanted, AssetRights rights, Surroundings around, Instant now) {
        if (!isVisible(rights, around, asset)) {
            throw NO_ASSET;
        }
        Reach reach = Reach.from(asset, wanted, around, other -> isVisible(rights, around, other));
        return Impact.of(asset, around, reach, now);
    }

    private static boolean isVisible(AssetRights rights, Surroundings around, UUID asset) {
        return rights.allows(Verb.GET, Impact.found(around, asset).asset());
    }
}
