package io.deskgraph.assets.location;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.lookup.LookUpAnswers;
import io.deskgraph.assets.lookup.LookUps;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
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

/** The tenant's locations. */
@Path(LocationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Look-ups of assets")
class LocationResource {

    static final String PATH = "/api/locations";

    private final LookUps lookUps;
    private final LookUpAnswers answers;
    private final LocationRepository repository;
    private final Transactions transactions;
    private final Mutations mutations;

    LocationResource(
            LookUps lookUps,
            LookUpAnswers answers,
            LocationRepository repository,
            Transactions transactions,
            Mutations mutations) {
        this.lookUps = lookUps;
        this.answers = answers;
        this.repository = repository;
        this.transactions = transactions;
        this.mutations = mutations;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List locations by name")
    public Uni<List<LocationView>> list() {
        return transactions.session(tx -> repository.all().map(LocationResource::views));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get a location")
    @APIResponseSchema(LocationView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        long number = LookUpAnswers.number("location", id);
        return transactions
                .session(tx -> repository.byNumber(number))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("Location not found"))
                .map(row -> answers.one(row, LocationView.of(row)))
                .map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Create a location", description = "The name has to be new, whatever its case.")
    @APIResponseSchema(value = LocationView.class, responseCode = "201")
    public Uni<Response> create(LocationRequest body) {
        return mutations.postSession(body, tx -> lookUps.create(tx, repository, body.fresh())
                .map(row -> answers.created(PATH, row, LocationView.of(row))));
    }

    private static List<LocationView> views(List<Location> rows) {
        return rows.stream().map(LocationView::of).toList();
    }
}
