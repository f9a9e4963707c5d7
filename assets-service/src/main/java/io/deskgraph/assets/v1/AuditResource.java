package io.deskgraph.assets.v1;

import static io.deskgraph.contracts.Permissions.ASSET_READ;

import io.deskgraph.assets.asset.AssetGuard;
import io.deskgraph.assets.audit.AuditEntry;
import io.deskgraph.assets.audit.AuditHistory;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Every change an asset has seen. */
@Path(AssetLinks.ASSETS + "/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assets")
class AuditResource {

    private final AuditHistory history;
    private final V1Answers answers;
    private final AssetGuard guard;

    AuditResource(AuditHistory history, V1Answers answers, AssetGuard guard) {
        this.guard = guard;
        this.history = history;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "Every change of an asset",
            description = "Newest first, with what was, what is, who and in which request. Outlives the asset.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuditEntry[].class)))
    public Uni<Response> audit(@PathParam("id") String id) {
        UUID asset = Ids.parse("asset", id);
        var page = answers.pageOf();
        return history.of(asset, page)
                .invoke(found -> refuseHidden(found.latest()))
                .map(found -> answers.page(found.entries(), page, found.total()));
    }

    private void refuseHidden(@Nullable AssetState asset) {
        if (asset != null && !guard.isVisible(asset)) {
            throw Problem.notFound("Asset not found");
        }
    }
}
