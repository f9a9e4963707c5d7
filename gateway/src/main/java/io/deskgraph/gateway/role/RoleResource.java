package io.deskgraph.gateway.role;

import static io.deskgraph.contracts.Permissions.ROLE_CREATE;
import static io.deskgraph.contracts.Permissions.ROLE_DELETE;
import static io.deskgraph.contracts.Permissions.ROLE_READ;
import static io.deskgraph.contracts.Permissions.ROLE_UPDATE;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's roles. */
@Path(RoleResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class RoleResource {

    static final String PATH = "/api/v1/roles";

    private final Transactions transactions;
    private final RoleTable table;
    private final RoleWrites writes;
    private final RoleDrafts drafts;
    private final RoleAnswers answers;

    RoleResource(
            Transactions transactions, RoleTable table, RoleWrites writes, RoleDrafts drafts, RoleAnswers answers) {
        this.transactions = transactions;
        this.table = table;
        this.writes = writes;
        this.drafts = drafts;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed(ROLE_READ)
    @Operation(summary = "List roles by name")
    @APIResponseSchema(RoleAnswers.RolesAnswer.class)
    public Uni<Response> list() {
        return transactions
                .run(tx -> tx.sql(RoleTable.SELECT + " ORDER BY lower(r.name)", tx.tenant()))
                .map(RoleTable::roles)
                .map(RoleAnswers::list);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ROLE_READ)
    @Operation(summary = "Get a role")
    @APIResponseSchema(RoleAnswers.RoleAnswer.class)
    public Uni<Response> get(@PathParam("id") String id) {
        UUID role = Ids.parse("role", id);
        return transactions
                .run(tx -> tx.sql(RoleTable.SELECT + " AND r.id = $2", tx.tenant(), role))
                .map(RoleTable::roles)
                .map(found -> answers.one(found.stream().findFirst().orElseThrow(RoleResource::notFound)))
                .map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(ROLE_CREATE)
    @Operation(
            summary = "Create a role",
            description = "With permissions of the caller's own. No constraint names it yet, so it reaches no asset.")
    @APIResponseSchema(value = RoleAnswers.RoleAnswer.class, responseCode = "201")
    public Uni<Response> create(RoleRequest body) {
        return answers.mutations().post(body, tx -> writes.create(tx, drafts.first(body), RoleResource::taken)
                .map(answers::created));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(ROLE_UPDATE)
    @Operation(
            summary = "Change a role",
            description = "Members that are not sent stay as they are. Users and constraints follow a new name.")
    @APIResponseSchema(RoleAnswers.RoleAnswer.class)
    public Uni<Response> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = RoleRequest.class)))
                    Sent<RoleRequest> body) {
        UUID role = Ids.parse("role", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return answers.mutations().change(tx -> lock(tx, role, condition)
                .chain(before -> writes.update(tx, before, drafts.next(before, body), RoleResource::taken))
                .map(answers::one));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ROLE_DELETE)
    @Operation(summary = "Delete a role", description = "Its holders lose it, and constraints no longer name it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UUID role = Ids.parse("role", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return answers.mutations().change(tx -> lock(tx, role, condition)
                .chain(before -> writes.delete(tx, before))
                .replaceWith(Answer::noContent));
    }

    private Uni<StoredRole> lock(Tx tx, UUID id, IfMatch condition) {
        return table.lock(tx, id)
                .onItem()
                .ifNull()
                .failWith(RoleResource::notFound)
                .invoke(role -> condition.require(role.state().version()));
    }

    private static Problem notFound() {
        return Problem.notFound("Role not found");
    }

    private static Problem taken() {
        return Problem.conflict("A role with this name already exists");
    }
}
