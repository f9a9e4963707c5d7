package io.deskgraph.gateway.constraint;

import static io.deskgraph.contracts.Permissions.CONSTRAINT_CREATE;
import static io.deskgraph.contracts.Permissions.CONSTRAINT_DELETE;
import static io.deskgraph.contracts.Permissions.CONSTRAINT_READ;
import static io.deskgraph.contracts.Permissions.CONSTRAINT_UPDATE;

import io.deskgraph.gateway.link.Done.ConstraintDone;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's constraints by name. */
@Path("/auth/constraints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class ConstraintResource {

    private final Constraints constraints;
    private final ConstraintList list;
    private final Mutations mutations;
    private final QueryParams query;

    ConstraintResource(Constraints constraints, ConstraintList list, Mutations mutations, QueryParams query) {
        this.constraints = constraints;
        this.list = list;
        this.mutations = mutations;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(CONSTRAINT_READ)
    @Operation(summary = "List constraints", description = "`maxItems`, `pageSize`, `startingToken`.")
    @APIResponseSchema(ConstraintItems.class)
    public Uni<ConstraintItems> list() {
        return list.page(query.read(ItemsQuery::read)).map(ConstraintItems::new);
    }

    @GET
    @Path("/{constraintId}")
    @PermissionsAllowed(CONSTRAINT_READ)
    @Operation(summary = "Get a constraint")
    @APIResponseSchema(OneConstraint.class)
    public Uni<OneConstraint> get(@PathParam("constraintId") String id) {
        return list.one(id).map(OneConstraint::new);
    }

    @POST
    @Path("/{constraintId}")
    @PermissionsAllowed(CONSTRAINT_CREATE)
    @PermissionsAllowed(CONSTRAINT_UPDATE)
    @Operation(
            summary = "Create or replace a constraint",
            description = "The path names it; an `identifier` in the body counts for nothing.")
    @NeverAnswers(value = "404", because = "What is not there is made")
    @APIResponseSchema(ConstraintDone.class)
    public Uni<Response> post(@PathParam("constraintId") String id, ConstraintRequest body) {
        return mutations.post(body, tx -> constraints.put(tx, id, body).map(Answer::ok));
    }

    @PUT
    @Path("/{constraintId}")
    @PermissionsAllowed(CONSTRAINT_CREATE)
    @PermissionsAllowed(CONSTRAINT_UPDATE)
    @Operation(summary = "Create or replace a constraint", description = "The same as POST.")
    @NeverAnswers(value = "404", because = "What is not there is made")
    @APIResponseSchema(ConstraintDone.class)
    public Uni<Response> put(@PathParam("constraintId") String id, ConstraintRequest body) {
        return mutations.change(tx -> constraints.put(tx, id, body).map(Answer::ok));
    }

    @DELETE
    @Path("/{constraintId}")
    @PermissionsAllowed(CONSTRAINT_DELETE)
    @Operation(summary = "Delete a constraint", description = "Succeeds when there is none of this name.")
    @NeverAnswers(value = "404", because = "What is not there need not be deleted")
    @APIResponseSchema(ConstraintDone.class)
    public Uni<Response> delete(@PathParam("constraintId") String id) {
        return mutations.change(tx -> constraints.delete(tx, id).map(Answer::ok));
    }

    record ConstraintItems(Items<Constraint> message) {}

    record OneConstraint(Constraint constraint) {}
}
