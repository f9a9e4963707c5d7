package io.deskgraph.assets.catalog;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;

import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.assets.asset.AssetService;
import io.deskgraph.kit.http.Mutations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where this dialect makes assets. */
@Path("/assets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Databases")
class CatalogCreationResource {

    private final AssetService service;
    private final CatalogAnswers answers;
    private final Mutations mutations;

    CatalogCreationResource(AssetService service, CatalogAnswers answers, Mutations mutations) {
        this.service = service;
        this.answers = answers;
        this.mutations = mutations;
    }

    @POST
    @PermissionsAllowed(ASSET_CREATE)
    @Operation(summary = "Create an asset in a database", description = "The tag is made up where none is given.")
    @APIResponseSchema(value = CatalogCreation.Created.class, responseCode = "200")
    @APIResponse(responseCode = "402", description = "The tenant has as many assets as it may")
    @APIResponse(responseCode = "409", description = "The tag is taken")
    public Uni<Response> create(CatalogCreation body) {
        AssetChange change = body.named().change();
        return mutations.post(body, tx -> service.create(tx, change).map(answers::created));
    }
}
