package io.deskgraph.gateway.issuer;

import static io.deskgraph.contracts.Permissions.ISSUER_CREATE;
import static io.deskgraph.contracts.Permissions.ISSUER_DELETE;
import static io.deskgraph.contracts.Permissions.ISSUER_READ;
import static io.deskgraph.contracts.Permissions.ISSUER_UPDATE;

import io.deskgraph.contracts.identity.IssuerState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Sent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The issuers whose tokens the tenant accepts. */
@Path(IssuerResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Issuers")
class IssuerResource {

    static final String PATH = "/api/v1/issuers";

    private final Transactions transactions;
    private final IssuerService service;
    private final Mutations mutations;
    private final ETags tags;

    IssuerResource(Transactions transactions, IssuerService service, Mutations mutations, ETags tags) {
        this.transactions = transactions;
        this.service = service;
        this.mutations = mutations;
        this.tags = tags;
    }

    @GET
    @PermissionsAllowed(ISSUER_READ)
    @Operation(summary = "List issuers")
    @APIResponseSchema(IssuersAnswer.class)
    public Uni<IssuersAnswer> list() {
        return transactions
                .run(tx -> tx.sql(IssuerTable.SELECT + " ORDER BY i.issuer", tx.tenant()))
                .map(IssuerTable::states)
                .map(issuers ->
                        new IssuersAnswer(issuers.stream().map(IssuerView::of).toList()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ISSUER_READ)
    @Operation(summary = "Get an issuer")
    @APIResponseSchema(IssuerAnswer.class)
    public Uni<Response> get(@PathParam("id") String id) {
        UUID issuer = Ids.parse("issuer", id);
        return transactions
                .run(tx -> tx.sql(IssuerTable.SELECT + " AND i.id = $2", tx.tenant(), issuer))
                .map(IssuerTable::states)
                .map(found -> found.stream().findFirst().orElseThrow(IssuerService::notFound))
                .map(found -> answer(found).toResponse());
    }

    @POST
    @PermissionsAllowed(ISSUER_CREATE)
    @Operation(
            summary = "Register an issuer",
            description =
                    "From then on its tokens are accepted on the tenant's hosts as `Authorization: Bearer`. It can speak"
                            + " for every user of the tenant: the caller needs every permission that any role of the tenant gives.")
    @APIResponseSchema(value = IssuerAnswer.class, responseCode = "201")
    public Uni<Response> create(IssuerRequest body) {
        return mutations.post(body, tx -> service.create(tx, body).map(this::created));
    }

    @PATCH
    @Path("/{id}")
    @PermissionsAllowed(ISSUER_UPDATE)
    @Operation(
            summary = "Change an issuer",
            description =
                    "Absent members stay; `issuer` cannot be changed. `is_enabled: false` refuses its tokens within a"
                            + " second.")
    @APIResponseSchema(IssuerAnswer.class)
    public Uni<Response> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = IssuerRequest.class)))
                    Sent<IssuerRequest> body) {
        UUID issuer = Ids.parse("issuer", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(
                tx -> service.update(tx, issuer, body, condition).map(this::answer));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ISSUER_DELETE)
    @Operation(summary = "Remove an issuer", description = "Its tokens are refused within a second; users stay.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UUID issuer = Ids.parse("issuer", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.delete(tx, issuer, condition).replaceWith(Answer::noContent));
    }

    private Answer created(IssuerState issuer) {
        var view = tags.render(issuer.version(), IssuerView.of(issuer));
        return Answer.created(PATH + "/" + issuer.issuerId(), DataEnvelope.of(view))
                .tagged(view.tag());
    }

    private Answer answer(IssuerState issuer) {
        var view = tags.render(issuer.version(), IssuerView.of(issuer));
        return Answer.ok(DataEnvelope.of(view)).tagged(view.tag());
    }

    record IssuerAnswer(IssuerView data) {}

    record IssuersAnswer(List<IssuerView> data) {}
}
