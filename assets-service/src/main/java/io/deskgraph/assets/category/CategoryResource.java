package io.deskgraph.assets.category;

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

/** The tenant's categories. */
@Path(CategoryResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Look-ups of assets")
class CategoryResource {

    static final String PATH = "/api/categories";

    private final LookUps lookUps;
    private final LookUpAnswers answers;
    private final CategoryRepository repository;
    private final Transactions transactions;
    private final Mutations mutations;

    CategoryResource(
            LookUps lookUps,
            LookUpAnswers answers,
            CategoryRepository repository,
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
    @Operation(summary = "List categories by name")
    public Uni<List<CategoryView>> list() {
        return transactions.session(tx -> repository.all().map(CategoryResource::views));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get a category")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        long number = LookUpAnswers.number("category", id);
        return transactions
                .session(tx -> repository.byNumber(number))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("Category not found"))
                .map(row -> answers.one(row, CategoryView.of(row)))
                .map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Create a category", description = "The name has to be new, whatever its case.")
    @APIResponseSchema(value = CategoryView.class, responseCode = "201")
    public Uni<Response> create(CategoryRequest body) {
        return mutations.postSession(body, tx -> lookUps.create(tx, repository, body.fresh())
                .map(row -> answers.created(PATH, row, CategoryView.of(row))));
    }

    private static List<CategoryView> views(List<Category> rows) {
        return rows.stream().map(CategoryView::of).toList();
    }
}
