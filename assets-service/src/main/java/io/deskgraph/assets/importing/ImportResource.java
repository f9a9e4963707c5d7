package io.deskgraph.assets.importing;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.assets.audit.Author;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inventory from a file. */
@Path("/api/assets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory files")
class ImportResource {

    private final Uploads uploads;
    private final Imports imports;
    private final JobSubmission jobs;
    private final Mutations mutations;
    private final CurrentRequest request;
    private final QueryParams query;

    ImportResource(
            Uploads uploads,
            Imports imports,
            JobSubmission jobs,
            Mutations mutations,
            CurrentRequest request,
            QueryParams query) {
        this.uploads = uploads;
        this.imports = imports;
        this.jobs = jobs;
        this.mutations = mutations;
        this.request = request;
        this.query = query;
    }

    @POST
    @Path("/import/csv")
    @PermissionsAllowed(ASSET_CREATE)
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(
            summary = "Import assets from CSV",
            description = "Creates or updates by database and tag. Good rows are kept, bad rows are all reported with"
                    + " the line they start on. The same file again changes nothing.")
    @RequestBody(
            content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = ImportForm.class)))
    @Parameter(name = "dry_run", description = "true: the same report, nothing written")
    @Parameter(name = "create_missing", description = "true: unknown categories and locations are created")
    @Parameter(name = "profile", description = "spreadsheet (default, takes the export's guard off) or exact")
    @Parameter(name = "async", description = "true: 202 at once, the import runs as a job")
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ImportReport.class),
                            example = "{\"created\":8,\"updated\":2,\"unchanged\":0,\"errors\":"
                                    + "[{\"row\":4,\"error\":\"Invalid status 'in use'\",\"column\":\"status\"}]}"))
    @APIResponse(
            responseCode = "202",
            description = "Accepted as a job; Location says where to ask",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportJobView.class)))
    @APIResponse(responseCode = "402", description = "The asset limit lets not one row in")
    @APIResponse(responseCode = "413", description = "The file is larger than 100 MiB")
    @APIResponse(responseCode = "415", description = "Not multipart/form-data")
    @APIResponse(responseCode = "503", description = "Too many imports are running; Retry-After says when to try again")
    public Uni<Response> importCsv(@Context RoutingContext exchange) {
        ImportOptions options = query.read(ImportOptions::read);
        Author author = Author.of(request.caller(), request.requestId());
        ImportTask task =
                new ImportTask(request.tenantId(), author, request.caller().roles(), options, Totals.NONE);
        return uploads.receive(exchange)
                .chain(upload -> imports.inTurn(() -> take(task, upload)).eventually(() -> uploads.discard(upload)));
    }

    private Uni<Response> take(ImportTask task, Upload upload) {
        if (task.options().async()) {
            return jobs.submit(task, upload);
        }
        return mutations.post(
                Map.of("file", upload.hash()), tx -> imports.run(task, upload).map(Answer::ok));
    }
}
