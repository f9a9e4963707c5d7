package io.deskgraph.tickets.material;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was used on a ticket. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tickets/{id}/materials")
@Tag(name = "Materials")
public class MaterialResource {

    private final MaterialService materials;
    private final Mutations mutations;
    private final CurrentRequest current;
    private final ETags tags;
    private final QueryParams query;

    MaterialResource(
            MaterialService materials, Mutations mutations, CurrentRequest current, ETags tags, QueryParams query) {
        this.materials = materials;
        this.mutations = mutations;
        this.current = current;
        this.tags = tags;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List what was used on a ticket, newest first")
    public Uni<DataEnvelope<List<MaterialView>>> list(@PathParam("id") String id) {
        query.none();
        return materials.list(Ids.parse("ticket", id)).map(DataEnvelope::of);
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Add a product that was used on a ticket")
    @APIResponse(
            responseCode = "201",
            description = "The material",
            content = @Content(schema = @Schema(implementation = MaterialView.class)))
    public Uni<Response> add(@PathParam("id") String id, @Valid @NotNull AddMaterial request) {
        UUID ticket = Ids.parse("ticket", id);
        UUID by = current.caller().userId();
        return mutations.post(
                request, tx -> materials.add(tx, ticket, by, request).map(this::created));
    }

    private Answer created(MaterialView material) {
        Rendered view = tags.render(1, material);
        return Answer.of(201, DataEnvelope.of(view)).tagged(view.tag());
    }
}
