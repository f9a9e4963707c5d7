package io.deskgraph.assets.inventory;

import static io.deskgraph.contracts.Permissions.ASSET_DELETE;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.asset.AssetBulk;
import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.BulkAction;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One action on many assets at once. */
@Path("/api/assets/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
class BulkResource {

    private final AssetBulk bulk;
    private final Mutations mutations;
    private final CurrentRequest request;

    BulkResource(AssetBulk bulk, Mutations mutations, CurrentRequest request) {
        this.bulk = bulk;
        this.mutations = mutations;
        this.request = request;
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Do one thing to many assets",
            description = "atomic: all or none; each: whatever can be done. delete asks for asset:delete as well.")
    @APIResponseSchema(value = BulkAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Atomic, and at least one could not be done: nothing was written")
    public Uni<Response> run(BulkRequest body) {
        List<AssetKey> keys = body.keys();
        BulkAction action = body.toDo();
        boolean atomic = body.atomic();
        checkPermission(action);
        return mutations.post(body, tx -> bulk.run(tx, keys, action, atomic)
                .map(outcome -> BulkAnswer.of(Objects.requireNonNull(body.ids()), outcome))
                .invoke(answer -> refuseFailure(answer, atomic))
                .map(Answer::ok));
    }

    private void checkPermission(BulkAction action) {
        if (action.kind() == BulkAction.Kind.DELETE && !request.caller().may(ASSET_DELETE)) {
            throw Problem.forbidden("Permission denied: Cannot delete asset");
        }
    }

    private static void refuseFailure(BulkAnswer answer, boolean atomic) {
        if (atomic && answer.failed() > 0) {
            throw Problem.conflict("Nothing was done: " + answer.failed() + " cannot be", answer.nothingDone());
        }
    }
}
