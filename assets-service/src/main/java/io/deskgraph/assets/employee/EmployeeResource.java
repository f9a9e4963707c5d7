package io.deskgraph.assets.employee;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's employees. */
@Path(EmployeeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Look-ups of assets")
class EmployeeResource {

    static final String PATH = "/api/employees";

    private final LookUps lookUps;

    EmployeeResource(LookUps lookUps) {
        this.lookUps = lookUps;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List employees by name")
    public Uni<List<EmployeeView>> list() {
        return lookUps.all(Employees.KIND, "name", "number");
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get an employee", description = "By its number or its UUID.")
    @APIResponseSchema(EmployeeView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(Employees.KIND, id);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Create an employee", description = "The name has to be new, whatever its case.")
    @APIResponseSchema(value = EmployeeView.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull EmployeeRequest body) {
        return lookUps.create(Employees.KIND, PATH, body);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Change members of an employee")
    @APIResponseSchema(EmployeeView.class)
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Sent<EmployeeRequest> body) {
        return lookUps.change(Employees.KIND, id, ifMatch, body);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Delete an employee that no asset refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(Employees.KIND, id, ifMatch);
    }
}
