package io.deskgraph.gateway.tenant;

import static io.deskgraph.contracts.Permissions.TENANT_UPDATE;

import io.deskgraph.gateway.tenant.TenantView.TenantAnswer;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a tenant is served, and under which hosts. */
@Path(TenantResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
class TenantStateResource {

    private final TenantService service;
    private final TenantAnswers answers;
    private final Mutations mutations;

    TenantStateResource(TenantService service, TenantAnswers answers, Mutations mutations) {
        this.service = service;
        this.answers = answers;
        this.mutations = mutations;
    }

    @POST
    @Path("/{id}/suspend")
    @PermissionsAllowed(TENANT_UPDATE)
    @Operation(
            summary = "Suspend a tenant",
            description = "Within a second every credential of the tenant is refused with 401. Nothing is deleted.")
    @APIResponseSchema(TenantAnswer.class)
    public Uni<Response> suspend(@PathParam("id") String id) {
        UUID tenant = Ids.parse("tenant", id);
        return mutations.post(null, tx -> service.suspend(tx, tenant).map(answers::one));
    }

    @POST
    @Path("/{id}/resume")
    @PermissionsAllowed(TENANT_UPDATE)
    @Operation(summary = "Resume a suspended tenant", description = "Its credentials work again within a second.")
    @APIResponseSchema(TenantAnswer.class)
    public Uni<Response> resume(@PathParam("id") String id) {
        UUID tenant = Ids.parse("tenant", id);
        return mutations.post(null, tx -> service.resume(tx, tenant).map(answers::one));
    }

    @POST
    @Path("/{id}/hosts")
    @PermissionsAllowed(TENANT_UPDATE)
    @Operation(
            summary = "Let a domain lead to a tenant",
            description = "In canonical form: lower case, no port, A-labels. A host leads to one tenant only.")
    @APIResponseSchema(value = TenantAnswer.class, responseCode = "201")
    public Uni<Response> addHost(@PathParam("id") String id, HostRequest body) {
        UUID tenant = Ids.parse("tenant", id);
        return mutations.post(body, tx -> service.addHost(tx, tenant, body).map(answers::created));
    }

    @DELETE
    @Path("/{id}/hosts/{host}")
    @PermissionsAllowed(TENANT_UPDATE)
    @Operation(summary = "Take a domain from a tenant", description = "The host of the slug stays.")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Uni<Response> removeHost(@PathParam("id") String id, @PathParam("host") String host) {
        UUID tenant = Ids.parse("tenant", id);
        return mutations.change(tx -> service.removeHost(tx, tenant, host).replaceWith(Answer::noContent));
    }
}
