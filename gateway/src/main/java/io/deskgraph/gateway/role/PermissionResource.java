package io.deskgraph.gateway.role;

import static io.deskgraph.contracts.Permissions.ROLE_READ;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a role of this tenant may hold. */
@Path("/api/v1/permissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class PermissionResource {

    private final CurrentRequest request;

    PermissionResource(CurrentRequest request) {
        this.request = request;
    }

    @GET
    @PermissionsAllowed(ROLE_READ)
    @Operation(summary = "List all permissions")
    public PermissionsAnswer list() {
        Stream<String> more = request.caller().msp() ? Permissions.MSP_ONLY.stream() : Stream.empty();
        return new PermissionsAnswer(
                Stream.concat(Permissions.ALL.stream(), more).toList());
    }

    /** In the order in which they are shown to people. */
    public record PermissionsAnswer(List<String> data) {}
}
