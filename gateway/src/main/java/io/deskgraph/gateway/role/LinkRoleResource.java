package io.deskgraph.gateway.role;

import static io.deskgraph.contracts.Permissions.ROLE_CREATE;
import static io.deskgraph.contracts.Permissions.ROLE_DELETE;
import static io.deskgraph.contracts.Permissions.ROLE_READ;
import static io.deskgraph.contracts.Permissions.ROLE_UPDATE;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.gateway.link.Done.Message;
import io.deskgraph.gateway.link.Done.RoleDone;
import io.deskgraph.gateway.link.Items;
import io.deskgraph.gateway.link.ItemsQuery;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.openapi.NeverAnswers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's roles by name. */
@Path("/roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class LinkRoleResource {

    private final LinkRoles roles;
    private final Mutations mutations;
    private final QueryParams query;
    private final Clock clock;

    LinkRoleResource(LinkRoles roles, Mutations mutations, QueryParams query, Clock clock) {
        this.roles = roles;
        this.mutations = mutations;
        this.query = query;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(ROLE_READ)
    @Operation(summary = "List roles", description = "`maxItems`, `pageSize`, `startingToken`.")
    @APIResponseSchema(LinkRoleList.class)
    public Uni<LinkRoleList> list() {
        return roles.list(query.read(ItemsQuery::read)).map(LinkRoleList::new);
    }

    @POST
    @PermissionsAllowed(ROLE_CREATE)
    @Operation(
            summary = "Create a role",
            description = "Without `permissions` it reads, creates, changes and deletes assets, as constraints let it.")
    @APIResponseSchema(RoleDone.class)
    public Uni<Response> create(LinkRoleRequest body) {
        return mutations.post(body, tx -> roles.create(tx, body).map(name -> done(name, "create", "created")));
    }

    @PUT
    @PermissionsAllowed(ROLE_UPDATE)
    @Operation(summary = "Change the role of this name")
    @APIResponseSchema(RoleDone.class)
    public Uni<Response> update(LinkRoleRequest body) {
        return mutations.change(tx -> roles.update(tx, body).map(name -> done(name, "update", "updated")));
    }

    @DELETE
    @Path("/{roleName}")
    @PermissionsAllowed(ROLE_DELETE)
    @Operation(summary = "Delete a role", description = "Its holders lose it, and constraints no longer name it.")
    @NeverAnswers(value = "404", because = "A name that is not there is a wrong one: 400")
    @APIResponseSchema(Message.class)
    public Uni<Response> delete(@PathParam("roleName") String name) {
        return mutations.change(tx -> roles.delete(tx, name).replaceWith(() -> Answer.ok(new Message("success"))));
    }

    private Answer done(String name, String operation, String participle) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Answer.ok(new RoleDone(true, "Role " + name + " " + participle + " successfully", name, operation, now));
    }

    /** @param permissions ours; absent in an update they stay as they are */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record LinkRoleRequest(
            @Schema(example = "auditor") @Nullable String roleName,
            @Schema(example = "Looks at assets") @Nullable String description,
            @Schema(example = "INTERNAL_SYSTEM") @Nullable String source,
            @Nullable String sourceIdentifier,
            @Nullable Boolean mfaRequired,
            @Schema(example = "[\"asset:read\"]") @Nullable List<String> permissions) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record LinkRole(
            UUID id,
            String roleName,
            @Nullable String description,
            Instant createdOn,
            String source,
            @Nullable String sourceIdentifier,
            boolean mfaRequired,
            List<String> permissions) {}

    record LinkRoleList(Items<LinkRole> message) {}
}
