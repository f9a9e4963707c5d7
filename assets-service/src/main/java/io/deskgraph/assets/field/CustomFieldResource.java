package io.deskgraph.assets.field;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.lookup.LookUps;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's custom fields. */
@Path(CustomFieldResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Look-ups of assets")
class CustomFieldResource {

    static final String PATH = "/api/v1/custom-fields";

    private final LookUps lookUps;
    private final CustomFieldKind kind;
    private final Clock clock;

    CustomFieldResource(LookUps lookUps, CustomFieldKind kind, Clock clock) {
        this.lookUps = lookUps;
        this.kind = kind;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List custom fields by name")
    public Uni<AllFields> list() {
        return lookUps.all(kind, "name", "id").map(fields -> AllFields.of(fields, clock));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get a custom field")
    @APIResponseSchema(OneField.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(kind, id);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Create a custom field",
            description = "Assets' values of this name are held against it from then on.")
    @APIResponseSchema(value = OneField.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull CustomFieldRequest body) {
        return lookUps.create(kind, PATH, body);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Change members of a custom field")
    @APIResponseSchema(OneField.class)
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Sent<CustomFieldRequest> body) {
        return lookUps.change(kind, id, ifMatch, body);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Delete a custom field that no asset has a value for")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(kind, id, ifMatch);
    }

    record OneField(boolean success, CustomFieldView data, AssetEnvelope.Meta meta) {}

    record AllFields(boolean success, List<CustomFieldView> data, AssetEnvelope.Meta meta) {

        static AllFields of(List<CustomFieldView> fields, Clock clock) {
            AssetEnvelope<List<CustomFieldView>> envelope = AssetEnvelope.of(fields, clock);
            return new AllFields(envelope.success(), envelope.data(), envelope.meta());
        }
    }
}
