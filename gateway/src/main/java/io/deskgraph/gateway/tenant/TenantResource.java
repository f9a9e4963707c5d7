package io.deskgraph.gateway.tenant;

import static io.deskgraph.contracts.Permissions.TENANT_CREATE;
import static io.deskgraph.contracts.Permissions.TENANT_READ;
import static io.deskgraph.contracts.Permissions.TENANT_UPDATE;

import io.deskgraph.gateway.tenant.TenantView.NewTenantAnswer;
import io.deskgraph.gateway.tenant.TenantView.TenantAnswer;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.Pagination;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.Sent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All tenants, for the operator. */
@Path(TenantResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
class TenantResource {

    static final String PATH = "/api/v1/tenants";

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private final TenantService service;
    private final TenantCreation creation;
    private final TenantAnswers answers;
    private final Mutations mutations;
    private final QueryParams query;

    TenantResource(
            TenantService service,
            TenantCreation creation,
            TenantAnswers answers,
            Mutations mutations,
            QueryParams query) {
        this.service = service;
        this.creation = creation;
        this.answers = answers;
        this.mutations = mutations;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(TENANT_READ)
    @Operation(
            summary = "List tenants",
            description = "By slug; `page`, `limit` (up to 100), `search` in slug and name.")
    @APIResponseSchema(TenantsAnswer.class)
    public Uni<Response> list() {
        TenantQuery wanted = query.read(
                reader -> new TenantQuery(reader.text("search", 255), reader.page(DEFAULT_LIMIT, MAX_LIMIT)));
        return service.page(wanted.search(), wanted.page()).map(found -> page(found, wanted.page()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(TENANT_READ)
    @Operation(summary = "Get a tenant")
    @APIResponseSchema(TenantAnswer.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return service.find(Ids.parse("tenant", id)).map(answers::one).map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(TENANT_CREATE)
    @Operation(
            summary = "Create a tenant",
            description =
                    "With the default roles and the default constraint. Where `admin` is given, its first user gets the"
                            + " Admin role and a key, which is in this answer and nowhere else. It lives at its slug under the root"
                            + " domain at once.")
    @APIResponseSchema(value = NewTenantAnswer.class, responseCode = "201")
    public Uni<Response> create(NewTenantRequest body) {
        return mutations.post(body, tx -> creation.create(tx, body)
                .map(tenant -> Answer.created(PATH + "/" + tenant.tenantId(), new NewTenantAnswer(tenant))));
    }

    @PATCH
    @Path("/{id}")
    @PermissionsAllowed(TENANT_UPDATE)
    @Operation(
            summary = "Change a tenant",
            description = "Name and settings; absent members stay, a setting that is null goes back to the default.")
    @APIResponseSchema(TenantAnswer.class)
    public Uni<Response> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TenantUpdate.class)))
                    Sent<TenantUpdate> body) {
        UUID tenant = Ids.parse("tenant", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(
                tx -> service.update(tx, tenant, body, condition).map(answers::one));
    }

    private Response page(TenantService.TenantPage found, PageRequest page) {
        List<TenantView> tenants = found.tenants().stream().map(TenantView::of).toList();
        Response.ResponseBuilder response =
                Response.ok(DataEnvelope.page(tenants, Pagination.full(page, found.total())));
        query.links().pages(page, found.total()).header().ifPresent(link -> response.header(HttpHeaders.LINK, link));
        return response.build();
    }

    private record TenantQuery(@Nullable String search, PageRequest page) {}

    record TenantsAnswer(List<TenantView> data, Pagination.Full pagination) {}
}
