package io.deskgraph.assets.database;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_DELETE;
import static io.deskgraph.contracts.Permissions.ASSET_READ;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's databases. Success is 200 throughout this dialect. */
@Path("/database")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Databases")
class DatabaseResource {

    private final Databases databases;
    private final Transactions transactions;
    private final Mutations mutations;
    private final ETags tags;

    DatabaseResource(Databases databases, Transactions transactions, Mutations mutations, ETags tags) {
        this.databases = databases;
        this.transactions = transactions;
        this.mutations = mutations;
        this.tags = tags;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List databases", description = "All of them, by id; `default` is always there.")
    public Uni<DatabaseView.DatabaseList> list() {
        return transactions.run(databases::all).map(DatabaseResource::all);
    }

    @GET
    @Path("/{databaseId}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get a database")
    @APIResponseSchema(DatabaseView.One.class)
    public Uni<Response> get(@PathParam("databaseId") String id) {
        return transactions
                .run(tx -> databases.find(tx, id))
                .map(found -> tags.render(found.version(), new DatabaseView.One(found.view())))
                .map(view -> Answer.ok(view).tagged(view.tag()).toResponse());
    }

    @POST
    @PermissionsAllowed(ASSET_CREATE)
    @Operation(summary = "Create a database", description = "Members about buckets and files are accepted and ignored.")
    @APIResponseSchema(DatabaseView.Created.class)
    public Uni<Response> create(@NotNull DatabaseRequest body) {
        return mutations.post(body, tx -> databases.create(tx, body).replaceWith(() -> created(body)));
    }

    @DELETE
    @Path("/{databaseId}")
    @PermissionsAllowed(ASSET_DELETE)
    @Operation(summary = "Delete a database without assets")
    @APIResponseSchema(DatabaseView.Deleted.class)
    public Uni<Response> delete(@PathParam("databaseId") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return mutations.change(tx -> databases
                .delete(tx, id, ETags.ifMatch(ifMatch))
                .replaceWith(() -> Answer.ok(new DatabaseView.Deleted("Database deleted"))));
    }

    private static Answer created(DatabaseRequest body) {
        return Answer.ok(new DatabaseView.Created(String.valueOf(body.databaseId()), "Database created"));
    }

    private static DatabaseView.DatabaseList all(List<DatabaseRepository.Stored> stored) {
        var views = stored.stream().map(DatabaseRepository.Stored::view).toList();
        return new DatabaseView.DatabaseList(new DatabaseView.DatabaseItems(views, null));
    }
}
