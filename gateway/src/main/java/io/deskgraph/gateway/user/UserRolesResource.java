package io.deskgraph.gateway.user;

import static io.deskgraph.contracts.Permissions.USER_READ;
import static io.deskgraph.contracts.Permissions.USER_UPDATE;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.gateway.link.Done.UserRolesDone;
import io.deskgraph.gateway.link.Items;
import io.deskgraph.gateway.link.ItemsQuery;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.QueryParams;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who holds which roles, by the names of both. */
@Path("/user-roles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class UserRolesResource {

    private final UserRoles roles;
    private final Mutations mutations;
    private final QueryParams query;
    private final Clock clock;

    UserRolesResource(UserRoles roles, Mutations mutations, QueryParams query, Clock clock) {
        this.roles = roles;
        this.mutations = mutations;
        this.query = query;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(USER_READ)
    @Operation(summary = "List users with their roles", description = "`maxItems`, `pageSize`, `startingToken`.")
    @APIResponseSchema(UserRolesList.class)
    public Uni<UserRolesList> list() {
        return roles.list(query.read(ItemsQuery::read)).map(UserRolesList::new);
    }

    @POST
    @PermissionsAllowed(USER_UPDATE)
    @Operation(summary = "Give a user roles", description = "None of which the user holds already.")
    @APIResponseSchema(UserRolesDone.class)
    public Uni<Response> add(UserRolesRequest body) {
        return mutations.post(
                body, tx -> roles.add(tx, body.userId(), body.roleName()).map(user -> done(user, "create", "created")));
    }

    @PUT
    @PermissionsAllowed(USER_UPDATE)
    @Operation(summary = "Give a user exactly these roles")
    @APIResponseSchema(UserRolesDone.class)
    public Uni<Response> set(UserRolesRequest body) {
        return mutations.change(
                tx -> roles.set(tx, body.userId(), body.roleName()).map(user -> done(user, "update", "updated")));
    }

    @DELETE
    @PermissionsAllowed(USER_UPDATE)
    @Operation(summary = "Take all roles from a user")
    @APIResponseSchema(UserRolesDone.class)
    public Uni<Response> delete(UserRequestedRef body) {
        return mutations.change(
                tx -> roles.set(tx, body.userId(), List.of()).map(user -> done(user, "delete", "deleted")));
    }

    private Answer done(String user, String operation, String participle) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Answer.ok(new UserRolesDone(true, "User roles " + participle + " successfully", user, operation, now));
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record UserRolesRequest(
            @Schema(example = "tina@acme.example") @Nullable String userId,
            @Schema(example = "[\"Technician\"]") @Nullable List<String> roleName) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record UserRequestedRef(
            @Schema(example = "tina@acme.example") @Nullable String userId) {}

    /** @param createdOn when the user was given the first of the roles */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record UserRolesItem(String userId, List<String> roleName, Instant createdOn) {}

    record UserRolesList(Items<UserRolesItem> message) {}
}
