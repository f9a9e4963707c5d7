package io.deskgraph.assets.importing;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.Pagination;
import io.deskgraph.kit.http.QueryParams;
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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports that run as jobs. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory files")
class ImportJobResource {

    private static final int USUAL = 25;
    private static final int MOST = 100;

    private final ImportJobs jobs;
    private final Transactions transactions;
    private final Mutations mutations;
    private final QueryParams query;
    private final Clock clock;

    ImportJobResource(ImportJobs jobs, Transactions transactions, Mutations mutations, QueryParams query, Clock clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.mutations = mutations;
        this.query = query;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List import jobs", description = "Newest first, without their reports.")
    @Parameter(name = "page", description = "From 1")
    @Parameter(name = "limit", description = "1 to 100, 25 unless given")
    public Uni<AssetEnvelope<List<ImportJobView>>> list() {
        PageRequest page = query.read(reader -> reader.page(USUAL, MOST));
        return transactions.run(tx -> jobs.list(tx, page.limit(), page.offset())
                .chain(found -> jobs.count(tx).map(total -> page(found, page, total))));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get an import job", description = "Progress, and the report as far as it has come.")
    public Uni<AssetEnvelope<ImportJobView>> get(@PathParam("id") String id) {
        UUID job = Ids.parse("import", id);
        return transactions.run(tx -> view(tx, job));
    }

    @POST
    @Path("/{id}/cancel")
    @PermissionsAllowed(ASSET_CREATE)
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Cancel an import job",
            description = "What it has written stays; nothing more is. 409 when it is over already.")
    @APIResponseSchema(value = ImportJobView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The job is over")
    public Uni<Response> cancel(@PathParam("id") String id) {
        UUID job = Ids.parse("import", id);
        return mutations.post(null, tx -> find(tx, job)
                .chain(found -> jobs.cancel(tx, job))
                .invoke(ImportJobResource::requireCancelled)
                .chain(cancelled -> view(tx, job))
                .map(Answer::ok));
    }

    private Uni<AssetEnvelope<ImportJobView>> view(Tx tx, UUID id) {
        return find(tx, id).chain(job -> jobs.errors(tx, id).map(errors -> AssetEnvelope.of(job.with(errors), clock)));
    }

    private Uni<ImportJob> find(Tx tx, UUID id) {
        return jobs.find(tx, id).onItem().ifNull().failWith(() -> Problem.notFound("Import not found"));
    }

    private static void requireCancelled(boolean cancelled) {
        if (!cancelled) {
            throw Problem.conflict("The import is over already");
        }
    }

    private AssetEnvelope<List<ImportJobView>> page(List<ImportJob> found, PageRequest page, long total) {
        return AssetEnvelope.page(
                found.stream().map(ImportJob::summary).toList(), Pagination.brief(page, total), clock);
    }
}
