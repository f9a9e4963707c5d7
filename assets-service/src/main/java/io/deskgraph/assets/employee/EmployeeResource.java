package io.deskgraph.assets.employee;

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

/** The tenant's employees. */
@Path(EmployeeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Look-ups of assets")
class EmployeeResource {

    static final String PATH = "/api/employees";

    private final LookUps lookUps;
    private final LookUpAnswers answers;
    private final EmployeeRepository repository;
    private final Transactions transactions;
    private final Mutations mutations;

    EmployeeResource(
            LookUps lookUps,
            LookUpAnswers answers,
            EmployeeRepository repository,
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
    @Operation(summary = "List employees by name")
    public Uni<List<EmployeeView>> list() {
        return transactions.session(tx -> repository.all().map(EmployeeResource::views));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get an employee")
    @APIResponseSchema(EmployeeView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        long number = LookUpAnswers.number("employee", id);
        return transactions
                .session(tx -> repository.byNumber(number))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("Employee not found"))
                .map(row -> answers.one(row, EmployeeView.of(row)))
                .map(Answer::toResponse);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Create an employee", description = "The name has to be new, whatever its case.")
    @APIResponseSchema(value = EmployeeView.class, responseCode = "201")
    public Uni<Response> create(EmployeeRequest body) {
        return mutations.postSession(body, tx -> lookUps.create(tx, repository, body.fresh())
                .map(row -> answers.created(PATH, row, EmployeeView.of(row))));
    }

    private static List<EmployeeView> views(List<Employee> rows) {
        return rows.stream().map(EmployeeView::of).toList();
    }
}
