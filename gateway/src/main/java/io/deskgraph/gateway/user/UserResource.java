package io.deskgraph.gateway.user;

import static io.deskgraph.contracts.Permissions.USER_CREATE;
import static io.deskgraph.contracts.Permissions.USER_DELETE;
import static io.deskgraph.contracts.Permissions.USER_READ;
import static io.deskgraph.contracts.Permissions.USER_UPDATE;

import io.deskgraph.contracts.identity.UserState;
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

/** The tenant's users. */
@Path(UserResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserResource {

    static final String PATH = "/api/v1/users";

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private final UserService service;
    private final Mutations mutations;
    private final QueryParams query;
    private final ETags tags;

    UserResource(UserService service, Mutations mutations, QueryParams query, ETags tags) {
        this.service = service;
        this.mutations = mutations;
        this.query = query;
        this.tags = tags;
    }

    @GET
    @PermissionsAllowed(USER_READ)
    @Operation(
            summary = "List users",
            description = "`page`, `limit` (up to 100), `search` in names and e-mail address.")
    @APIResponseSchema(UsersAnswer.class)
    public Uni<Response> list() {
        UserQuery wanted =
                query.read(reader -> new UserQuery(reader.text("search", 255), reader.page(DEFAULT_LIMIT, MAX_LIMIT)));
        return service.page(wanted.search(), wanted.page()).map(found -> page(found, wanted.page()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(USER_READ)
    @Operation(summary = "Get a user")
    @APIResponseSchema(UserAnswer.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return service.find(Ids.parse("user", id)).map(this::answer).map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(USER_CREATE)
    @Operation(
            summary = "Create a user",
            description = "The roles given may hold no permission that the caller does not hold.")
    @APIResponseSchema(value = UserAnswer.class, responseCode = "201")
    public Uni<Response> create(UserRequest body) {
        return mutations.post(body, tx -> service.create(tx, body).map(this::created));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(USER_UPDATE)
    @Operation(summary = "Change a user", description = "Members that are not sent stay as they are.")
    @APIResponseSchema(UserAnswer.class)
    public Uni<Response> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = UserRequest.class)))
                    Sent<UserRequest> body) {
        UUID user = Ids.parse("user", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.update(tx, user, body, condition).map(this::answer));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(USER_DELETE)
    @Operation(summary = "Deactivate a user", description = "The user's keys are revoked; the user stays readable.")
    @APIResponse(responseCode = "204", description = "Deactivated")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UUID user = Ids.parse("user", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.deactivate(tx, user, condition).replaceWith(Answer::noContent));
    }

    private Answer created(UserState user) {
        var view = tags.render(user.version(), UserView.of(user));
        return Answer.created(PATH + "/" + user.userId(), DataEnvelope.of(view)).tagged(view.tag());
    }

    private Answer answer(UserState user) {
        var view = tags.render(user.version(), UserView.of(user));
        return Answer.ok(DataEnvelope.of(view)).tagged(view.tag());
    }

    private Response page(UserService.UserPage found, PageRequest page) {
        List<UserView> users = found.users().stream().map(UserView::of).toList();
        Response.ResponseBuilder response = Response.ok(DataEnvelope.page(users, Pagination.full(page, found.total())));
        query.links().pages(page, found.total()).header().ifPresent(link -> response.header(HttpHeaders.LINK, link));
        return response.build();
    }

    private record UserQuery(@Nullable String search, PageRequest page) {}

    record UserAnswer(UserView data) {}

    record UsersAnswer(List<UserView> data, Pagination.Full pagination) {}
}
